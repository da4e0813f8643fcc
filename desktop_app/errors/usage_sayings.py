"""The sentences about a command line that was used wrongly."""

from desktop_app.errors.again_sayings import AGAIN_SAYINGS
from desktop_app.errors.api_sayings import API_SAYINGS
from desktop_app.errors.cost_sayings import COST_SAYINGS
from desktop_app.errors.saying import Saying
from desktop_app.errors.service_sayings import SERVICE_SAYINGS
from desktop_app.errors.watch_sayings import WATCH_SAYINGS
from desktop_app.language import mark

USAGE_SAYINGS = {
    **AGAIN_SAYINGS,
    **API_SAYINGS,
    **COST_SAYINGS,
    **SERVICE_SAYINGS,
    **WATCH_SAYINGS,
    "cli.unknown_option": Saying(
        "usage",
        mark("There is no option {option}."),
        mark("Did you mean {suggestion}? {command} --help lists them."),
    ),
    "cli.unknown_command": Saying(
        "usage",
        mark('There is no command, and no file, "{word}".'),
        mark("Did you mean {suggestion}? {command} --help lists the commands."),
    ),
    "cli.wrong_use": Saying("usage", mark("{problem}"), mark("{command} --help shows how it is used.")),
    "cli.no_target": Saying(
        "usage",
        mark("train needs a column to predict."),
        mark("Add --target COLUMN. Columns: {columns}"),
    ),
    "cli.one_way": Saying(
        "usage", mark("{options} ask for tests that exclude each other."), mark("Use one of them.")
    ),
    "cli.assume": Saying(
        "usage",
        mark('--assume needs COLUMN=READING, and "{word}" is none.'),
        mark("Such as --assume day=date-dmy. Readings: {readings}"),
    ),
    "cli.assume_column": Saying(
        "usage",
        mark('There is no column "{column}" in "{file}" to assume anything of.'),
        mark('Did you mean "{suggestion}"? Its columns: {columns}'),
    ),
    "cli.unknown_reading": Saying(
        "usage",
        mark('No column can be read as "{reading}".'),
        mark('Did you mean "{suggestion}"? Readings: {readings}'),
    ),
    "cli.unknown_encoding": Saying(
        "usage",
        mark('There is no encoding "{encoding}".'),
        mark('Did you mean "{suggestion}"? Some of them: {encodings}'),
    ),
    "cli.range": Saying(
        "usage",
        mark('"{range}" is no range of cells.'),
        mark("Name the first and the last cell, such as B3:F40."),
    ),
    "cli.no_sheet": Saying(
        "usage",
        mark('"{file}" has no sheet "{sheet}".'),
        mark('Did you mean "{suggestion}"? Its sheets: {names}'),
    ),
    "cli.no_range": Saying(
        "usage",
        mark('No table stands in {range} of "{file}".'),
        mark("Name the first and the last cell of the table, the names of the columns included."),
    ),
    "cli.no_letters": Saying(
        "usage",
        mark('"{file}" is no text file, so its letters need not be told.'),
        mark("Leave out --encoding."),
    ),
    "cli.no_sheets": Saying(
        "usage",
        mark('"{file}" is no workbook, so it has no sheets and no cells to name.'),
        mark("Leave out --sheet and --range."),
    ),
    "cli.no_recipe": Saying(
        "usage",
        mark('"{file}" holds no recipe.'),
        mark("Make one with: {command} FILE --json > recipe.json"),
    ),
    "cli.for_tables": Saying(
        "usage",
        mark('"{file}" is a model, and {options} say how a table is read.'),
        mark("Leave them out, or name the file of a table."),
    ),
    "cli.no_column": Saying(
        "usage",
        mark('There is no column "{column}".'),
        mark('Did you mean "{suggestion}"? Its columns: {columns}'),
    ),
    "cli.map": Saying(
        "usage",
        mark('--map needs NEW=OLD, and "{word}" is none.'),
        mark("NEW is a column of the file, OLD the model's column that it is used as."),
    ),
    "cli.map_needed": Saying(
        "usage",
        mark('The model needs no column "{column}".'),
        mark('Did you mean "{suggestion}"? It needs: {columns}'),
    ),
    "cli.multiply": Saying(
        "usage",
        mark('--multiply needs COLUMN=NUMBER, and "{word}" is none.'),
        mark("NUMBER is by what the numbers of the column are multiplied, as 0.001 or 1/1000."),
    ),
    "cli.multiply_number": Saying(
        "usage",
        mark('"{column}" holds no numbers, so it cannot be multiplied.'),
        mark("Name a column of numbers that the model needs."),
    ),
    "cli.export_how": Saying(
        "usage",
        mark("It is not clear how the model is to be saved."),
        mark("Say --to and a form, or --without-personal for the model file without personal values."),
    ),
    "cli.export_same": Saying(
        "usage",
        mark('"{model}" is the model itself, and what is taken out of it would be lost.'),
        mark("Choose another name for --out."),
    ),
    "cli.map_column": Saying(
        "usage",
        mark('There is no column "{column}" in "{file}" to use as "{needed}".'),
        mark('Did you mean "{suggestion}"? Its columns: {columns}'),
    ),
    "cli.map_twice": Saying(
        "usage",
        mark('"{column}" is in two of the --map.'),
        mark("Each column of the file is used as one of the model's."),
    ),
    "cli.out_exists": Saying(
        "usage",
        mark("{file} is already there."),
        mark("Choose another name, or add --force to replace it."),
    ),
    "cli.out_type": Saying("usage", mark("{ending} cannot be written."), mark("Use one of: {endings}")),
}
