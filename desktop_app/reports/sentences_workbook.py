"""What is said of a workbook that is given back with columns added, or why it is a new one."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

SENTENCES = {
    "save.same_workbook": Sentence(
        mark("It is your workbook, with {count} column added behind the table. All else is as it was."),
        mark("It is your workbook, with {count} columns added behind the table. All else is as it was."),
    ),
    "save.covered": Sentence(mark("A chart or picture lies over the new columns.")),
    "save.new_workbook": Sentence(
        mark("It is a new workbook with this table alone, without your formulas, formats and other sheets.")
    ),
    "workbook.format": Sentence(mark("Columns can be added only to workbooks that end in .xlsx or .xlsm.")),
    "workbook.packed": Sentence(mark("Your workbook is packed in another file.")),
    "workbook.gone": Sentence(mark("Your workbook is no longer where it was.")),
    "workbook.changed": Sentence(mark("Your workbook has changed since it was read here.")),
    "workbook.older": Sentence(mark("An earlier version of Hunch read it. Open it again to get it back.")),
    "workbook.protected": Sentence(mark("Its sheet is protected.")),
    "workbook.protected_workbook": Sentence(mark("Your workbook is protected.")),
    "workbook.signed": Sentence(mark("Your workbook is signed, and any change would break the signature.")),
    "workbook.macros": Sentence(
        mark("Your workbook has macros. To keep them, save it under a name that ends in .xlsm.")
    ),
    "workbook.no_macros": Sentence(mark("Your workbook has no macros, so its name cannot end in .xlsm.")),
    "workbook.template": Sentence(mark("Your file is a template for workbooks.")),
    "workbook.no_names": Sentence(mark("No row of its sheet names the columns.")),
    "workbook.beside": Sentence(mark("Something stands right behind the table, in cell {cell}.")),
    "workbook.merged": Sentence(mark("Merged cells stand right behind the table: {cell}.")),
    "workbook.table": Sentence(mark('Another table stands right behind it: "{table}".')),
    "workbook.wide": Sentence(mark("The sheet has no room for more columns.")),
    "workbook.order": Sentence(mark("The rows of its sheet are not stored in order.")),
    "workbook.damaged": Sentence(mark("A part of your workbook is damaged.")),
    "workbook.unusual": Sentence(mark("Your workbook is built in an unusual way.")),
}
