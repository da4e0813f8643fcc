"""What was decided about a table or a model, as its log says it, whoever did."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

CHOSEN = {
    "chosen.out": Sentence(mark('"{column}" was left out.')),
    "chosen.out_many": Sentence(mark("Left out: {columns}.")),
    "chosen.back": Sentence(mark('"{column}" was put back.')),
    "chosen.back_many": Sentence(mark("Put back: {columns}.")),
    "chosen.known": Sentence(mark('"{column}" was said to be known in time.')),
    "chosen.known_many": Sentence(mark("Said to be known in time: {columns}.")),
    "chosen.unknown": Sentence(mark('"{column}" was no longer said to be known in time.')),
    "chosen.unknown_many": Sentence(mark("No longer said to be known in time: {columns}.")),
    "chosen.all_known": Sentence(mark("All columns were said to be known in time.")),
    "chosen.not_all_known": Sentence(mark("It was no longer said that all columns are known in time.")),
    "chosen.kinds": Sentence(mark('The numbers in "{column}" were taken as names of kinds.')),
    "chosen.amounts": Sentence(mark('The numbers in "{column}" were taken as amounts.')),
    "chosen.group": Sentence(mark('For the test, rows with the same "{column}" were kept together.')),
    "chosen.time": Sentence(mark('It was tested on the rows that are the latest by "{column}".')),
    "chosen.any_row": Sentence(mark("For the test, every row was taken by itself.")),
    "chosen.by_itself": Sentence(mark("How it is tested was left to Hunch again.")),
    "chosen.time_to_learn": Sentence(mark("It was given {time} to learn.")),
    "chosen.readable": Sentence(mark("Only a rule that fits on one page was learned.")),
    "chosen.not_readable": Sentence(mark("It may be more than a rule that fits on one page again.")),
    "chosen.for_form": Sentence(mark("Only what {form} can hold was learned.")),
    "chosen.for_any": Sentence(mark("It may be more than another program can hold again.")),
    "chosen.seed": Sentence(mark("It began from another place of chance ({seed}).")),
}

DECIDED = {
    "decided.fine": Sentence(mark("Said to be fine: {what}")),
    "decided.not_fine": Sentence(mark("No longer said to be fine: {what}")),
    "decided.fine_columns": Sentence(mark("Said to be fine: what was found about {columns}.")),
    "decided.fine_table": Sentence(mark("Said to be fine: what was found about the table.")),
    "decided.not_fine_columns": Sentence(mark("No longer said to be fine: what was found about {columns}.")),
    "decided.not_fine_table": Sentence(mark("No longer said to be fine: what was found about the table.")),
    "decided.sent": Sentence(mark("Its rows may be sent to {address}, to be learned from there.")),
    "decided.sent_not": Sentence(mark("Its rows are not sent to {address}; this computer learns.")),
    "decided.threshold": Sentence(mark('It says "{yes}" from {chance} of {of} on.')),
    "decided.no_threshold": Sentence(mark("It says the likelier of the two again.")),
}

SENTENCES = {**CHOSEN, **DECIDED}
