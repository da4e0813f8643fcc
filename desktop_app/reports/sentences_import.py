"""What is said about a file while it becomes a table."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

READING = {
    "import.letters": Sentence(mark("Read as {encoding}. These words show it: {words}.")),
    "import.currency_sign": Sentence(
        mark("{count} backslash in front of a number is read as {sign}, as its alphabet has it."),
        mark("{count} backslashes in front of numbers are read as {sign}, as their alphabet has it."),
    ),
    "import.header": Sentence(
        mark("Column names come from row {row}. {count} row above it is kept as a note: {titles}."),
        mark("Column names come from row {row}. {count} rows above it are kept as a note: {titles}."),
    ),
    "import.header_rows": Sentence(
        mark(
            "Column names come from rows {first} to {row}. "
            "{count} row above them is kept as a note: {titles}."
        ),
        mark(
            "Column names come from rows {first} to {row}. "
            "{count} rows above them are kept as a note: {titles}."
        ),
    ),
    "import.name_rows": Sentence(mark("Column names come from rows {first} to {row}.")),
    "import.blank_columns": Sentence(
        mark("{count} column without a name and without a value is left out."),
        mark("{count} columns without a name and without a value are left out."),
    ),
    "import.titles": Sentence(
        mark("{count} row above the table is kept as a note: {titles}."),
        mark("{count} rows above the table are kept as a note: {titles}."),
    ),
    "import.no_header": Sentence(
        mark("The first row looks like data, so columns are called column 1, column 2, …")
    ),
    "import.footer": Sentence(
        mark("{count} row below the table is left out: {texts}."),
        mark("{count} rows below the table are left out: {texts}."),
    ),
    "import.totals": Sentence(
        mark("{count} row is a total of the others. It is left out: {texts}."),
        mark("{count} rows are totals of the others. They are left out: {texts}."),
    ),
    "import.totals_off": Sentence(
        mark("{count} row that is left out is named a total, but its numbers are no sums: {texts}."),
        mark("{count} rows that are left out are named totals, but their numbers are no sums: {texts}."),
    ),
    "import.comments": Sentence(
        mark("{count} line that begins with # is a comment and no row: {texts}."),
        mark("{count} lines that begin with # are comments and no rows: {texts}."),
    ),
    "import.row_names": Sentence(
        mark("There is one name less than columns. The first column is taken as the one without a name.")
    ),
    "import.plain_letters": Sentence(mark("Read as {encoding}.")),
    "import.other_table": Sentence(
        mark("Another table in this file is not read: {count} row, that begins with {text}."),
        mark("Another table in this file is not read: {count} rows, the first begins with {text}."),
    ),
    "import.sheet": Sentence(
        mark('Sheet "{sheet}" is read. This workbook has {count} other sheet.'),
        mark('Sheet "{sheet}" is read. This workbook has {count} other sheets.'),
    ),
    "import.hidden_sheets": Sentence(
        mark("{count} hidden sheet is not read: {names}."),
        mark("{count} hidden sheets are not read: {names}."),
    ),
    "import.skipped_sheets": Sentence(
        mark("{count} sheet in front of it holds no table: {names}."),
        mark("{count} sheets in front of it hold no table: {names}."),
    ),
    "import.hidden_rows": Sentence(
        mark("{count} row is hidden in the workbook. It is read like the others."),
        mark("{count} rows are hidden in the workbook. They are read like the others."),
    ),
    "import.hidden_columns": Sentence(
        mark("{count} column is hidden in the workbook. It is read like the others."),
        mark("{count} columns are hidden in the workbook. They are read like the others."),
    ),
    "import.tables": Sentence(
        mark("There are {count} tables on this sheet: {ranges}. The largest one, {range}, is read.")
    ),
    "import.html_tables": Sentence(
        mark("The page holds {count} smaller table as well. It is not read."),
        mark("The page holds {count} smaller tables as well. They are not read."),
    ),
    "import.shown_codes": Sentence(
        mark('The workbook shows the numbers in "{column}" as codes, such as {example}. They stay text.')
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
    "import.decimal": Sentence(
        mark('{example} is the number {reading}, as "{sign}" stands before the decimals in {columns}.')
    ),
    "import.decimal_as": Sentence(
        mark(
            'In "{column}", {example} is the number {reading}, as "{sign}" stands before the decimals '
            'in "{other}".'
        )
    ),
    "import.amounts": Sentence(mark("{example} is read as the number {reading}, in {columns}.")),
    "import.dates": Sentence(mark("{example} is read as the day {reading}, in {columns}.")),
    "import.written_otherwise": Sentence(
        mark(
            '"{column}" is written in another way than was asked for, or than in the file before: '
            "it is read by its own cells."
        )
    ),
    "import.units": Sentence(
        mark('"{column}" is in {unit}: {example} is read as the number {reading}, its unit kept beside it.')
    ),
    "import.zones": Sentence(
        mark(
            'The times in "{column}" name a zone, as {example} does. '
            "They are read as their clock showed them, and the zone is left out."
        )
    ),
    "import.short_years": Sentence(
        mark('The years in "{column}" have two digits. They are read as the years from 1950 to 2049.')
    ),
    "import.names_changed": Sentence(
        mark("{count} column name was empty or appeared twice. It is now {names}."),
        mark("{count} column names were empty or appeared twice. They are now {names}."),
    ),
}

QUESTIONS = {
    "import.decimal_question": Sentence(
        mark('In "{column}", is {raw} the number {reading_a} or {reading_b}?')
    ),
    "import.date_question": Sentence(mark('In "{column}", is {raw} {date_a} or {date_b}?')),
    "import.code_question": Sentence(
        mark(
            'Is {value} in "{column}" a real number, or a mark for "not known"? '
            "It stands in {count} of {rows} row."
        ),
        mark(
            'Is {value} in "{column}" a real number, or a mark for "not known"? '
            "It stands in {count} of {rows} rows."
        ),
        counted="rows",
    ),
    "import.unanswered": Sentence(
        mark("{count} question is open. {columns} stays text until you answer."),
        mark("{count} questions are open. Read as text until you answer: {columns}."),
    ),
    "import.recipe_columns": Sentence(
        mark("{count} column of the recipe is not in this file: {columns}."),
        mark("{count} columns of the recipe are not in this file: {columns}."),
    ),
    "import.recipe": Sentence(mark('This file is read in the same way as "{file}".')),
}

SENTENCES = {**READING, **QUESTIONS}
