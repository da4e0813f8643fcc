"""What is said about a file while it becomes a table."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

READING = {
    "import.letters": Sentence(mark("Read as {encoding}. These words show it: {words}.")),
    "import.sheet": Sentence(
        mark("This workbook has {count} other sheet. The first one is read."),
        mark("This workbook has {count} other sheets. The first one is read."),
    ),
    "import.hidden_sheets": Sentence(
        mark("{count} hidden sheet is not read: {names}."),
        mark("{count} hidden sheets are not read: {names}."),
    ),
    "import.missing_marks": Sentence(
        mark("{cells} cell holds one of {marks} and is read as empty."),
        mark("{cells} cells hold one of {marks} and are read as empty."),
        counted="cells",
    ),
    "import.text_marks": Sentence(
        mark("{count} cell begins with the mark ' that kept it from being a formula. The mark is taken off."),
        mark(
            "{count} cells begin with the mark ' that kept them from being formulas. The marks are taken off."
        ),
    ),
    "import.kept_text": Sentence(
        mark('"{column}" looks like a number but stays text, so that {example} keeps its zeros.')
    ),
    "import.kept_digits": Sentence(
        mark('"{column}" holds digits that name things, such as {example}, and stays text.')
    ),
    "import.kept_amounts": Sentence(
        mark('"{column}" stays text: how {example} is meant as a number is not certain.')
    ),
    "import.kept_dates": Sentence(mark('"{column}" stays text: {example} could be two different days.')),
    "import.kept_days": Sentence(
        mark('"{column}" stays text: days written like {example} are not read as dates.')
    ),
    "import.names_changed": Sentence(
        mark("{count} column name was empty or appeared twice. It is now {names}."),
        mark("{count} column names were empty or appeared twice. They are now {names}."),
    ),
}

FINDINGS = {
    "find.kept_text": Sentence(
        mark('{count} of {rows} cells in "{column}" is not a number: {values}. The column stays text.'),
        mark('{count} of {rows} cells in "{column}" are not numbers: {values}. The column stays text.'),
    ),
    "find.kept_text_dates": Sentence(
        mark('{count} of {rows} cells in "{column}" is not a date: {values}. The column stays text.'),
        mark('{count} of {rows} cells in "{column}" are not dates: {values}. The column stays text.'),
    ),
    "find.broken_rows": Sentence(
        mark("{count} row has more or fewer cells than there are columns."),
        mark("{count} rows have more or fewer cells than there are columns."),
    ),
    "find.empty_rows": Sentence(
        mark("{count} empty row was left out: row {row} of the file. The rows below it move up."),
        mark("{count} empty rows were left out, first row {row} of the file. The rows below them move up."),
    ),
    "find.other_delimiter": Sentence(
        mark(
            'Most lines hold the letter "{letter}" {count} time and are not parted there. '
            "If it stands between columns, save the file with commas instead."
        ),
        mark(
            'Most lines hold the letter "{letter}" {count} times and are not parted there. '
            "If it stands between columns, save the file with commas instead."
        ),
    ),
    "find.values_as_names": Sentence(
        mark(
            "The first row is taken as the names of the columns, but it looks like values: {values}. "
            "If it is no row of names, put one above it."
        )
    ),
    "find.few_names": Sentence(
        mark(
            "The first row names only {count} of {columns} columns. "
            "If the names stand further down, delete the rows above them."
        )
    ),
    "find.odd_quotes": Sentence(
        mark("{count} row has a quotation mark that is not closed where it should be. Look how it is read."),
        mark("{count} rows have quotation marks not closed where they should be. Look how they are read."),
    ),
    "find.odd_letters": Sentence(
        mark(
            "{count} letter, in line {line}, is not UTF-8 as the others are. Read as Windows-1252: {words}."
        ),
        mark(
            "{count} letters, the first in line {line}, are not UTF-8 as the others are. "
            "Read as Windows-1252: {words}."
        ),
    ),
    "find.removed_marks": Sentence(
        mark("{count} unreadable mark is removed."), mark("{count} unreadable marks are removed.")
    ),
    "find.empty_column": Sentence(mark('"{column}" is empty in {count} of {rows} rows.')),
    "find.constant": Sentence(mark('"{column}" holds the same value in every row: "{value}".')),
    "find.id": Sentence(
        mark('"{column}" is different in every row. It names rows and does not describe them.')
    ),
}

SENTENCES = {**READING, **FINDINGS}
