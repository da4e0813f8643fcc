"""What is said about a file while it becomes a table."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

READING = {
    "import.letters": Sentence(mark("Read as {encoding}. These words show it: {words}.")),
    "import.header": Sentence(
        mark("Column names come from row {row}. {count} row above it is kept as a note: {titles}."),
        mark("Column names come from row {row}. {count} rows above it are kept as a note: {titles}."),
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
    "import.amounts": Sentence(mark("{example} is read as the number {reading}, in {columns}.")),
    "import.dates": Sentence(mark("{example} is read as the day {reading}, in {columns}.")),
    "import.written_otherwise": Sentence(
        mark('"{column}" is not written as asked for, or as in the file before. Its own cells decide.')
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
        mark("{count} questions are open. These columns stay text until you answer: {columns}."),
    ),
    "import.recipe_columns": Sentence(
        mark("{count} column of the recipe is not in this file: {columns}."),
        mark("{count} columns of the recipe are not in this file: {columns}."),
    ),
    "import.recipe": Sentence(mark('This file is read in the same way as "{file}".')),
}

FINDINGS = {
    "find.not_numbers": Sentence(
        mark('{count} of {rows} cells in "{column}" is not a number: {values}. It is read as empty.'),
        mark('{count} of {rows} cells in "{column}" are not numbers: {values}. They are read as empty.'),
    ),
    "find.not_dates": Sentence(
        mark('{count} of {rows} cells in "{column}" is not a date: {values}. It is read as empty.'),
        mark('{count} of {rows} cells in "{column}" are not dates: {values}. They are read as empty.'),
    ),
    "find.not_yes_no": Sentence(
        mark('{count} of {rows} cells in "{column}" is neither yes nor no: {values}. It is read as empty.'),
        mark(
            '{count} of {rows} cells in "{column}" are neither yes nor no: {values}. They are read as empty.'
        ),
    ),
    "find.code": Sentence(
        mark(
            '{value} stands in {count} of {rows} cells of "{column}", far from all other values. '
            'It may mean "not known", and is read as it stands.'
        )
    ),
    "find.units": Sentence(
        mark(
            '"{column}" mixes units: {count_a} cells in {unit_a}, {count_b} in {unit_b}. '
            "The column stays text."
        )
    ),
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
    "find.few_names": Sentence(
        mark(
            "The first row names only {count} of {columns} columns. "
            "If the names stand further down, delete the rows above them."
        )
    ),
    "find.no_stored_values": Sentence(
        mark(
            "{count} formula has no stored result and is read as empty. "
            "Open the workbook in Excel and save it, so that the result is in the file."
        ),
        mark(
            "{count} formulas have no stored results and are read as empty. "
            "Open the workbook in Excel and save it, so that the results are in the file."
        ),
    ),
    "find.merged_cells": Sentence(
        mark("{count} merged cell lies in the table. Its value stands in its first row and column only."),
        mark("{count} merged cells lie in the table. Their values stand in their first row and column only."),
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
    "find.long_rows": Sentence(
        mark("{count} row has more cells than columns. What is too much stands in the last one: {text}."),
        mark("{count} rows have more cells than columns. What is too much stands in the last one: {text}."),
    ),
    "find.lost_letters": Sentence(
        mark("{count} letter could not be read and is shown as \ufffd."),
        mark("{count} letters could not be read and are shown as \ufffd."),
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

SENTENCES = {**READING, **QUESTIONS, **FINDINGS}
