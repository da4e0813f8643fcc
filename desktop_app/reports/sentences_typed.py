"""What is said about files that know themselves what their cells are: Parquet, JSON, SPSS, Stata and SAS."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

READING = {
    "import.nested": Sentence(
        mark("{count} column holds lists or records in its cells, and is read as text: {columns}."),
        mark("{count} columns hold lists or records in their cells, and are read as text: {columns}."),
    ),
    "import.time_zone": Sentence(
        mark("{count} column holds moments of all time zones, which are shown in UTC: {columns}."),
        mark("{count} columns hold moments of all time zones, which are shown in UTC: {columns}."),
    ),
    "import.bytes_as_text": Sentence(
        mark("{count} column is stored as bytes, and read as the text they spell: {columns}."),
        mark("{count} columns are stored as bytes, and read as the text they spell: {columns}."),
    ),
    "import.bytes_left_out": Sentence(
        mark("{count} column holds bytes that are no text, such as pictures, and is left out: {columns}."),
        mark("{count} columns hold bytes that are no text, such as pictures, and are left out: {columns}."),
    ),
    "import.list_within": Sentence(mark('The rows are those that stand under "{key}" in the file.')),
    "import.longest_list": Sentence(
        mark('The file holds {count} lists of records. The longest one, "{key}", is read.')
    ),
    "import.beside": Sentence(
        mark("{count} entry beside the rows is not read: {names}."),
        mark("{count} entries beside the rows are not read: {names}."),
    ),
    "import.variable_labels": Sentence(
        mark("The file says of {count} column what it means: {texts}."),
        mark("The file says of {count} columns what they mean: {texts}."),
    ),
    "import.labels": Sentence(mark('"{column}" holds codes. It shows what they stand for: {labels}.')),
    "import.more_labels": Sentence(
        mark("{count} more column holds codes and shows what they stand for: {columns}."),
        mark("{count} more columns hold codes and show what they stand for: {columns}."),
    ),
    "import.some_labels": Sentence(
        mark('Some numbers in "{column}" stand for something: {labels}. They stay numbers.')
    ),
    "import.more_some_labels": Sentence(
        mark("In {count} more column some numbers stand for something and stay numbers: {columns}."),
        mark("In {count} more columns some numbers stand for something and stay numbers: {columns}."),
    ),
    "import.missing_codes": Sentence(
        mark('{count} cell in "{column}" holds what the file itself marks as missing: {codes}. It is empty.'),
        mark(
            '{count} cells in "{column}" hold what the file itself marks as missing: {codes}. They are empty.'
        ),
    ),
}

FINDINGS = {
    "find.not_finite": Sentence(
        mark('{count} cell in "{column}" is endless or not a number (NaN) and is read as empty.'),
        mark('{count} cells in "{column}" are endless or not a number (NaN) and are read as empty.'),
    ),
    "find.endless": Sentence(
        mark("{count} cell is endless or not a number (NaN) and is read as empty."),
        mark("{count} cells are endless or not a number (NaN) and are read as empty."),
    ),
    "find.no_day": Sentence(
        mark('{count} cell in "{column}" counts to no day between the years 1000 and 9999. It is empty.'),
        mark('{count} cells in "{column}" count to no day between the years 1000 and 9999. They are empty.'),
    ),
    "find.no_records": Sentence(
        mark("{count} entry in the list is no record and is left out."),
        mark("{count} entries in the list are no records and are left out."),
    ),
    "find.twofold_names": Sentence(
        mark("{count} record has a name twice. The last value is read."),
        mark("{count} records have a name twice. The last values are read."),
    ),
}

SENTENCES = {**READING, **FINDINGS}
