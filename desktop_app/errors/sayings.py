"""The sentence of every foreseen failure, by its stable code, and what the person can do next."""

from desktop_app.errors.apart_sayings import APART_SAYINGS
from desktop_app.errors.brought_sayings import BROUGHT_SAYINGS
from desktop_app.errors.each_sayings import EACH_SAYINGS
from desktop_app.errors.folder_sayings import FOLDER_SAYINGS
from desktop_app.errors.forecast_sayings import FORECAST_SAYINGS
from desktop_app.errors.handover_sayings import HANDOVER_SAYINGS
from desktop_app.errors.model_sayings import MODEL_SAYINGS
from desktop_app.errors.page_sayings import PAGE_SAYINGS
from desktop_app.errors.plan_sayings import PLAN_SAYINGS
from desktop_app.errors.remote_sayings import REMOTE_SAYINGS
from desktop_app.errors.saying import Saying
from desktop_app.errors.start_sayings import START_SAYINGS
from desktop_app.errors.usage_sayings import USAGE_SAYINGS
from desktop_app.language import mark

_FILE = {
    "refuse.empty": Saying(
        "file", mark('"{file}" is empty.'), mark("Check that the export has finished, then open it again.")
    ),
    "refuse.header_only": Saying(
        "file", mark('"{file}" has column names but no rows.'), mark("Export it again with its rows.")
    ),
    "refuse.not_table": Saying(
        "file",
        mark('"{file}" does not hold a table. It looks like {kind}.'),
        mark("Open a CSV, Excel, OpenDocument (.ods), Parquet, JSON, SPSS, Stata or SAS file."),
    ),
    "refuse.packed": Saying(
        "file",
        mark('"{file}" is a packed file (zip).'),
        mark('Unpack it, and open "{member}" in it.'),
    ),
    "refuse.model": Saying(
        "file",
        mark('"{file}" is a Hunch model, not a table.'),
        mark("Open its table in Hunch, or use the model with: {command} MODEL FILE --out OUT"),
    ),
    "refuse.password": Saying(
        "file",
        mark('"{file}" is protected by a password.'),
        mark("Open it in Excel, save a copy without a password, and open the copy."),
    ),
    "refuse.damaged": Saying(
        "file",
        mark('"{file}" is damaged: {what}.'),
        mark("Open it in the program it came from, save it again, and try that copy."),
    ),
    "refuse.unsafe": Saying(
        "file",
        mark('"{file}" could not be read safely. Reading it was stopped, and nothing else is touched.'),
        mark("Save the table as CSV and open that."),
    ),
    "refuse.html": Saying(
        "file",
        mark('"{file}" is a web page, and holds no single table.'),
        mark("Open it in Excel and save it as .xlsx."),
    ),
    "refuse.no_letters": Saying(
        "file",
        mark('"{file}" cannot be read in the letters {encoding}.'),
        mark("Choose other letters, or leave them to be found out."),
    ),
    "refuse.no_delimiter": Saying(
        "file",
        mark('"{file}" cannot be cut into columns at {delimiter}.'),
        mark("Choose one letter, such as a comma, or leave it to be found out."),
    ),
    "refuse.no_sheet": Saying(
        "file",
        mark('"{file}" has no sheet named "{sheet}".'),
        mark("Its sheets are: {names}."),
    ),
    "refuse.no_range": Saying(
        "file",
        mark('"{range}" is no range of cells with a table in "{file}".'),
        mark("Write the first and the last cell, such as B3:F40."),
    ),
    "refuse.sparse": Saying(
        "file",
        mark('"{file}" has a sheet of {cells} cells, most of them empty. Reading them would take too long.'),
        mark("Delete what stands far to the right of the table or far below it, or save the table as CSV."),
    ),
    "refuse.too_wide": Saying(
        "file",
        mark('"{file}" has {columns} columns. Hunch reads up to {limit}.'),
        mark("Save a part with fewer columns."),
    ),
    "refuse.too_big": Saying(
        "file",
        mark('"{file}" unpacks to {size}. The limit is {limit}.'),
        mark("Save it as CSV, or open a part of it."),
    ),
    "refuse.source_gone": Saying(
        "file",
        mark('"{file}" is no longer where it was opened from, so it cannot be read again.'),
        mark("Put it back there, or open it from its new place."),
    ),
    "refuse.source_changed": Saying(
        "file",
        mark('"{file}" has changed since it was opened.'),
        mark("Open it again as a new table."),
    ),
    "refuse.pickle": Saying(
        "file",
        mark('"{file}" is a Python file that can run programs when it is opened, so Hunch does not open it.'),
        mark("Open the table it was made from instead."),
    ),
    "refuse.recipe": Saying(
        "file",
        mark('"{file}" does not fit the recipe: none of its columns is there.'),
        mark("Leave out the recipe, or use a file of the same kind. Its columns: {columns}"),
    ),
    "error.file_gone": Saying(
        "file", mark('There is no file "{file}".'), mark("Check the name, or open another file.")
    ),
    "error.file_is_folder": Saying(
        "file", mark('"{file}" is a folder, not a file.'), mark("Name a file in it.")
    ),
    "error.file_unreadable": Saying(
        "file",
        mark('"{file}" cannot be opened: {reason}.'),
        mark("Check that you may read it and that no other program holds it."),
    ),
}

_DATA = {
    **APART_SAYINGS,
    **FORECAST_SAYINGS,
    **PLAN_SAYINGS,
    **FOLDER_SAYINGS,
    **REMOTE_SAYINGS,
    **EACH_SAYINGS,
    **HANDOVER_SAYINGS,
    "cli.missing_columns": Saying(
        "data",
        mark("The file lacks: {columns}."),
        mark("Match names with --map NEW=OLD, or go on with --allow-missing COLUMN."),
    ),
    "cli.columns_renamed": Saying(
        "data",
        mark("The file lacks: {columns}."),
        mark("If they are there under other names, add {options}"),
    ),
    "check.wrong_file": Saying(
        "data",
        mark(
            "This looks like another table: {matched} of {columns} columns fit. It lacks {count}: {lacking}."
        ),
        mark("Choose another file."),
    ),
    "learn.memory_out": Saying(
        "data",
        mark("Learning ran out of memory."),
        mark("Close other programs and learn again, or leave out columns with long texts."),
    ),
    "learn.stopped_early": Saying(
        "data",
        mark("Stopped before any model was finished. There is nothing to keep."),
        mark("Learn again."),
    ),
}

_PROGRAM = {
    "error.not_found": Saying(
        "missing",
        mark("It is no longer there."),
        mark("It may have been deleted. Go back to the first page."),
    ),
    "error.read_only": Saying(
        "save",
        mark('The folder "{folder}" cannot be written to.'),
        mark("Choose another folder, or ask for permission to write there."),
    ),
    "error.disk_full": Saying(
        "save",
        mark("The disk is full: {free} free. Everything marked Saved is safe."),
        mark("Make room, then try again."),
    ),
    "save.no_folder": Saying(
        "save",
        mark('"{file}" could not be saved: there is no folder {folder}.'),
        mark("Make that folder, or save it somewhere else."),
    ),
    "save.failed": Saying(
        "save",
        mark('"{file}" could not be saved: {reason}. What was there before is unchanged.'),
        mark("Save it somewhere else."),
    ),
    "save.macros": Saying(
        "save",
        mark('"{file}" was not saved: this workbook cannot be given back with its macros.'),
        mark("Save it under a name that ends in .xlsx; it is then said why."),
    ),
    "save.own_workbook": Saying(
        "save",
        mark('"{file}" was not replaced: its other sheets and formulas would be lost.'),
        mark("Save the answers under another name; it is then said why they cannot be added to it."),
    ),
    "save.refused": Saying(
        "save",
        mark('"{file}" was not saved: it would be refused when it is opened again.'),
        mark("This is a fault of Hunch. Leave a column out, or look at other rows."),
    ),
    "save.model_too_big": Saying(
        "save",
        mark("The model would be {size}, more than the {limit} that can be opened. It is not saved."),
        mark("Learn again with less time, or from fewer rows."),
    ),
    "error.worker_ended": Saying(
        "internal",
        mark('"{job}" ended unexpectedly. Nothing else is touched.'),
        mark("Try again. If it ends again, try fewer rows."),
    ),
    "error.unexpected": Saying(
        "internal",
        mark("Something went wrong inside Hunch. Your table and everything marked Saved are safe."),
        mark("Try once more. If it comes back, send reference {reference}."),
    ),
    "error.workspace_damaged": Saying(
        "internal",
        mark("Part of what Hunch remembers is damaged: {what}."),
        mark("Restore a copy of the folder, or choose another with --workspace DIR."),
    ),
    "error.workspace_foreign": Saying(
        "save",
        mark('In "{folder}" there are files in "{name}", but no workspace.sqlite that says what they are.'),
        mark("Nothing was changed. Choose another folder, or put workspace.sqlite back beside them."),
    ),
    "error.workspace_newer": Saying(
        "internal",
        mark("What Hunch remembers here was last used by a newer Hunch."),
        mark("Install that version, or choose another folder with --workspace DIR."),
    ),
}

SAYINGS: dict[str, Saying] = {
    **_FILE,
    **_DATA,
    **MODEL_SAYINGS,
    **BROUGHT_SAYINGS,
    **USAGE_SAYINGS,
    **PAGE_SAYINGS,
    **START_SAYINGS,
    **_PROGRAM,
}
