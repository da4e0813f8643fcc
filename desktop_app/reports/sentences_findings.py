"""What was found in a file and in the rows of its table: each with its count and an example, and no blame."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

READING = {  # while it was read
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
    "find.measures": Sentence(
        mark(
            '"{column}" mixes units: {count_a} cells in {unit_a}, {count_b} in {unit_b}. '
            "The column stays text. Read as a number, only those in {unit_a} would count."
        )
    ),
    "find.units_as_asked": Sentence(
        mark(
            '"{column}" mixes units: {count_a} cells in {unit_a}, {count_b} in {unit_b}. '
            "All are read as numbers, as asked for."
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
    "find.surplus": Sentence(
        mark("{count} row has more cells than columns. What is too much is left out: {text}."),
        mark("{count} rows have more cells than columns. What is too much is left out: {text}."),
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
    "find.repeated_id": Sentence(
        mark(
            '"{column}" is an ID that repeats: {count} different ones in {rows} rows. It says what a row '
            "is about and does not describe it, so Hunch does not learn from it unless you tell it to."
        )
    ),
}

ROWS = {
    "find.duplicates": Sentence(
        mark("{count} row repeats row {row} in every column."),
        mark("{count} rows repeat an earlier one in every column. The first that is repeated is row {row}."),
    ),
    "find.totals": Sentence(
        mark(
            '{count} row is called "{value}" in "{column}" and is the sum of others: row {row}. '
            "Learned from, it counts them twice."
        ),
        mark(
            '{count} rows are called "{value}" in "{column}" and are sums of others, the first is row {row}. '
            "Learned from, they count everything twice."
        ),
    ),
}

CELLS = {
    "find.factor": Sentence(
        mark(
            '"{column}": {count} of {rows} values is about {factor} times as large as the others, '
            "{example} where about {usual} is usual. Perhaps its decimal point or comma was lost: "
            "{example} would then be {meant}."
        ),
        mark(
            '"{column}": {count} of {rows} values are about {factor} times as large as the others, '
            "such as {example} where about {usual} is usual. Perhaps their decimal point or comma was lost: "
            "{example} would then be {meant}."
        ),
    ),
    "find.factor_small": Sentence(
        mark(
            '"{column}": {count} of {rows} values is about {factor} times as small as the others, '
            "{example} where about {usual} is usual. Perhaps its decimal point or comma stands too far in "
            "front: {example} would then be {meant}."
        ),
        mark(
            '"{column}": {count} of {rows} values are about {factor} times as small as the others, '
            "such as {example} where about {usual} is usual. Perhaps their decimal point or comma stands too "
            "far in front: {example} would then be {meant}."
        ),
    ),
    "find.unknown": Sentence(
        mark('"{value}" stands in {count} of {rows} cells of "{column}", and counts as a kind of its own.')
    ),
    "find.future": Sentence(
        mark('{count} of {rows} dates in "{column}" lies in the future: {values}.'),
        mark('{count} of {rows} dates in "{column}" lie in the future: {values}.'),
    ),
    "find.reversed": Sentence(
        mark('In {count} of {rows} rows, "{other}" comes before "{column}": {another} before {one}.'),
        mark('In {count} of {rows} rows, "{other}" comes before "{column}", such as {another} before {one}.'),
    ),
}

COLUMNS = {
    "find.same": Sentence(mark('"{column}" and "{other}" hold the same values in all {rows} rows.')),
    "find.same_kinds": Sentence(
        mark('"{other}" says the same as "{column}" under other names: {another} for {one}, in every row.')
    ),
    "find.same_scale": Sentence(
        mark('"{other}" is "{column}" times {factor} in every row, such as {another} beside {one}.')
    ),
    "find.same_line": Sentence(
        mark(
            '"{other}" follows from "{column}" in every row: times {factor}, plus {offset}. '
            "So {one} gives {another}."
        )
    ),
    "find.personal": Sentence(
        mark(
            '"{column}" looks like {what} of people. A model that learned from it would carry some of them '
            "in its file, so Hunch does not learn from it unless you tell it to."
        )
    ),
    "personal.mail": Sentence(mark("e-mail addresses")),
    "personal.account": Sentence(mark("bank account numbers")),
    "personal.card": Sentence(mark("bank card numbers")),
    "personal.number": Sentence(mark("identity numbers")),
    "personal.phone": Sentence(mark("phone numbers")),
    "personal.address": Sentence(mark("addresses")),
    "personal.name": Sentence(mark("names")),
}

TOGETHER = {  # where many columns have the same to be said of them
    "find.constant_many": Sentence(
        mark("{count} column holds the same value in every row: {columns}."),
        mark("{count} columns hold the same value in every row: {columns}."),
    ),
    "find.empty_column_many": Sentence(
        mark("{count} column is empty in nearly every row: {columns}."),
        mark("{count} columns are empty in nearly every row: {columns}."),
    ),
    "find.id_many": Sentence(
        mark("{count} column is different in every row and only names rows: {columns}."),
        mark("{count} columns are different in every row and only name rows: {columns}."),
    ),
    "find.repeated_id_many": Sentence(
        mark("{count} column is an ID that repeats, and is not learned from: {columns}."),
        mark("{count} columns are IDs that repeat, and are not learned from: {columns}."),
    ),
}

SENTENCES = {**READING, **ROWS, **CELLS, **COLUMNS, **TOGETHER}
