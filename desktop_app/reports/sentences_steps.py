"""The steps that a person takes on a table: what has just happened, and what a button undoes."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

DONE = {
    "step.columns_out": Sentence(mark('"{column}" is left out.')),
    "step.columns_out_many": Sentence(
        mark("{count} column is left out."), mark("{count} columns are left out.")
    ),
    "step.columns_back": Sentence(mark('"{column}" is back.')),
    "step.columns_back_many": Sentence(mark("{count} column is back."), mark("{count} columns are back.")),
    "step.names": Sentence(mark('"{before}" is called "{column}" now.')),
    "step.names_many": Sentence(
        mark("{count} column has another name now."), mark("{count} columns have other names now.")
    ),
    "step.types": Sentence(mark('"{column}" is read so now: {what}.')),
    "step.types_many": Sentence(
        mark("{count} column is read so now: {what}."), mark("{count} columns are read so now: {what}.")
    ),
    "step.types_mixed": Sentence(mark('"{column}" is read in another way.')),
    "step.types_mixed_many": Sentence(
        mark("{count} column is read in another way."), mark("{count} columns are read in another way.")
    ),
    "step.types_found": Sentence(mark('How "{column}" is read was found out again.')),
    "step.types_found_many": Sentence(
        mark("How {count} column is read was found out again."),
        mark("How {count} columns are read was found out again."),
    ),
    "step.missing": Sentence(mark('"{value}" in "{column}" means "not known" now.')),
    "step.rows_out": Sentence(
        mark("{count} row is left out: {what}."), mark("{count} rows are left out: {what}.")
    ),
    "step.rows_kept": Sentence(
        mark("Only rows are kept where {what}; {count} row is left out."),
        mark("Only rows are kept where {what}; {count} rows are left out."),
    ),
    "step.some_out": Sentence(mark("Rows are left out: {what}.")),
    "step.some_kept": Sentence(mark("Only rows are kept where {what}.")),
    "step.rows_back": Sentence(mark("Rows that were left out are back: {what}.")),
    "step.sheet": Sentence(mark("Another sheet is read.")),
    "step.file": Sentence(mark("The file was read again.")),
    "step.fine": Sentence(mark("This note is fine, and it is not shown any more.")),
    "step.fine_of": Sentence(mark('The note about "{column}" is fine, and it is not shown any more.')),
    "step.fine_back": Sentence(mark("All notes are shown again.")),
    "step.several": Sentence(mark("Several things were changed at once.")),
    "step.undone": Sentence(mark("Undone: {what}.")),
}

LABELS = {
    "label.columns_out": Sentence(mark('"{column}" left out')),
    "label.columns_out_many": Sentence(mark("{count} column left out"), mark("{count} columns left out")),
    "label.columns_back": Sentence(mark('"{column}" brought back')),
    "label.columns_back_many": Sentence(
        mark("{count} column brought back"), mark("{count} columns brought back")
    ),
    "label.names": Sentence(mark('"{column}" renamed')),
    "label.names_many": Sentence(mark("{count} column renamed"), mark("{count} columns renamed")),
    "label.types": Sentence(mark('type of "{column}"')),
    "label.types_many": Sentence(mark("type of {count} column"), mark("types of {count} columns")),
    "label.types_mixed": Sentence(mark('type of "{column}"')),
    "label.types_mixed_many": Sentence(mark("type of {count} column"), mark("types of {count} columns")),
    "label.types_found": Sentence(mark('type of "{column}"')),
    "label.types_found_many": Sentence(mark("type of {count} column"), mark("types of {count} columns")),
    "label.missing": Sentence(mark('"{value}" not known')),
    "label.rows_out": Sentence(mark("rows left out: {what}")),
    "label.rows_kept": Sentence(mark("only rows kept where {what}")),
    "label.some_out": Sentence(mark("rows left out: {what}")),
    "label.some_kept": Sentence(mark("only rows kept where {what}")),
    "label.rows_back": Sentence(mark("rows brought back: {what}")),
    "label.sheet": Sentence(mark("another sheet")),
    "label.file": Sentence(mark("how the file is read")),
    "label.fine": Sentence(mark("note put aside")),
    "label.fine_of": Sentence(mark('note about "{column}" put aside')),
    "label.fine_back": Sentence(mark("notes shown again")),
    "label.several": Sentence(mark("several changes")),
    "label.undo": Sentence(mark("Undo: {what}")),
    "label.redo": Sentence(mark("Redo: {what}")),
}

RULES = {
    "rule.value": Sentence(mark('"{column}" is "{value}"')),
    "rule.blank": Sentence(mark('"{column}" holds an empty text')),
    "rule.between": Sentence(mark('"{column}" is from {low} to below {high}')),
    "rule.from": Sentence(mark('"{column}" is {low} or more')),
    "rule.below": Sentence(mark('"{column}" is below {high}')),
    "rule.empty": Sentence(mark('"{column}" is empty')),
    "rule.repeated": Sentence(mark("a row repeats an earlier one")),
    "rule.repeated_in": Sentence(mark('"{column}" is as in an earlier row')),
}

CHIPS = {
    "chip.columns_out": Sentence(mark("{count} column left out"), mark("{count} columns left out")),
    "chip.names": Sentence(mark("{count} column renamed"), mark("{count} columns renamed")),
    "chip.rows_out": Sentence(mark("{count} row left out: {what}"), mark("{count} rows left out: {what}")),
    "chip.rows_kept": Sentence(mark("Only rows where {what}")),
    "opened.columns_out": Sentence(
        mark("No answer uses what is left out, and no file that you save has it. Your own file keeps it.")
    ),
    "opened.names": Sentence(mark("Your own file keeps the names that it has.")),
    "opened.rows_out": Sentence(
        mark("{count} row is left out because {what}. Your own file keeps it."),
        mark("{count} rows are left out because {what}. Your own file keeps them."),
    ),
    "opened.rows_kept": Sentence(
        mark("{count} row is left out: only those are kept where {what}. Your own file keeps all."),
        mark("{count} rows are left out: only those are kept where {what}. Your own file keeps all."),
    ),
}

NOT_FOLLOWED = {
    "import.name_taken": Sentence(
        mark('Another column is called "{name}" now. The one that has this name in the file is "{other}".')
    ),
    "import.rule_column": Sentence(
        mark('No row is left out by the rule on "{column}": there is no such column in this file.')
    ),
    "import.rule_range": Sentence(
        mark('No row is left out by the rule on "{column}": it is not read as numbers or dates.')
    ),
}

SENTENCES = {**DONE, **LABELS, **RULES, **CHIPS, **NOT_FOLLOWED}
