"""How a file was read, in the few words of a chip, and what is said when a chip is opened."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

CHIPS = {
    "chip.letters": Sentence(mark("{what} letters")),
    "chip.delimiter": Sentence(mark("{what} between columns")),
    "chip.one_column": Sentence(mark("One column")),
    "chip.header": Sentence(mark("Names in row {row}")),
    "chip.header_rows": Sentence(mark("Names in rows {first} to {row}")),
    "chip.no_header": Sentence(mark("No row of names")),
    "chip.left_out": Sentence(mark("{count} row left out"), mark("{count} rows left out")),
    "chip.all_rows": Sentence(mark("All rows kept")),
    "chip.sheet": Sentence(mark('Sheet "{sheet}"')),
    "chip.range": Sentence(mark("Cells {range}")),
    "chip.whole_sheet": Sentence(mark("Cells chosen by itself")),
    "chip.marks": Sentence(mark("{count} mark read as empty"), mark("{count} marks read as empty")),
    "chip.types": Sentence(mark("Type of {count} column"), mark("Types of {count} columns")),
    "chip.reading": Sentence(mark("{what} in {count} column"), mark("{what} in {count} columns")),
}

OPENED = {
    "opened.letters": Sentence(mark("Words with other than English letters show which letters are right.")),
    "opened.plain_letters": Sentence(
        mark("All letters are English ones, which look the same in nearly every choice.")
    ),
    "opened.delimiter": Sentence(mark("What stands between two columns?")),
    "opened.header": Sentence(mark("In which row of the file do the names of the columns stand?")),
    "opened.left_out": Sentence(
        mark("{count} row is a total of the others, or stands below the table. It is not part of the table."),
        mark("{count} rows are totals of the others, or stand below the table. They are not part of it."),
    ),
    "opened.all_rows": Sentence(mark("Totals, and what stands below the table, are rows like the others.")),
    "opened.sheet": Sentence(mark("Which sheet of the workbook is the table?")),
    "opened.range": Sentence(
        mark("Which cells of the sheet are the table, its names included? Such as B3:F40.")
    ),
    "opened.marks": Sentence(mark("Cells that hold one of these are read as empty: {marks}.")),
    "opened.types": Sentence(
        mark("How are the cells of a column meant? What cannot be read so becomes empty.")
    ),
}

ASKED = {
    "reading.meanwhile": Sentence(mark("Until you answer, it is read so: {what}.")),
    "reading.stays_text": Sentence(mark("It stays text until you answer.")),
    "reading.again": Sentence(mark("Reading the file again")),
}

SENTENCES = {**CHIPS, **OPENED, **ASKED}
