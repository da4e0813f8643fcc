"""The sentences about models that another program's form cannot hold."""

from desktop_app.errors.saying import Saying
from desktop_app.language import mark

HANDOVER_SAYINGS = {
    "handover.no_texts": Saying(
        "data",
        mark("This form cannot hold a model that reads texts."),
        mark("Save it as a page, or learn again without the columns of text."),
    ),
    "handover.differs": Saying(
        "data",
        mark("In this form the model answers otherwise than before, so nothing was saved."),
        mark("Save it in another form."),
    ),
}
