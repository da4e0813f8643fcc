"""The sentences about models that another program's form cannot hold."""

from desktop_app.errors.saying import Saying
from desktop_app.language import mark

HANDOVER_SAYINGS = {
    "handover.no_texts": Saying(
        "data",
        mark("This form cannot hold a model that reads texts."),
        mark("Save it as a page, or learn one that does without the columns of text. To do so: {command}"),
    ),
    "handover.too_large": Saying(
        "data",
        mark("This model is too large for a workbook."),
        mark(
            "Among those that were tried, the best that {form} can hold was right for {held_right} of {of} "
            "while practising, this one for {own_right}. "
            "Among those that were tried, the best that {form} can hold was off by {held_miss} on average "
            "while practising, this one by {own_miss}. "
            "Save it as a page, or learn one that fits. To do so: {command}"
        ),
    ),
    "handover.script_older": Saying(
        "data",
        mark(
            "An earlier version made this model and did not write down how it was set, as a script needs it."
        ),
        mark("Learn it again, or save it in another form."),
    ),
    "handover.script_rows": Saying(
        "data",
        mark("This model did not learn from all rows of one file, and a script cannot tell which ones."),
        mark("Save it in another form, or learn from a file that holds just these rows."),
    ),
    "handover.script_layout": Saying(
        "data",
        mark("A script cannot read this file in the way that was chosen for it."),
        mark("Save the table as CSV and learn from that, or save the model in another form."),
    ),
    "handover.differs": Saying(
        "data",
        mark("In this form the model answers otherwise than before, so nothing was saved."),
        mark("Save it in another form."),
    ),
}
