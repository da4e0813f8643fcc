"""The sentences about a model that cannot be learned again with new rows."""

from desktop_app.errors.saying import Saying
from desktop_app.language import mark

AGAIN_SAYINGS = {
    "again.nothing_new": Saying(
        "data",
        mark('No row of the new file holds a "{target}" that the model has not learned from already.'),
        mark("Bring a file with rows whose answer is known by now."),
    ),
    "cli.like": Saying(
        "usage",
        mark("--like takes what is asked from the model, so {options} cannot be asked beside it."),
        mark("Leave it out, or train without --like."),
    ),
    "cli.with": Saying(
        "usage",
        mark("--with names the file that a model learned from, and no model is named."),
        mark("Add --like MODEL.hunch."),
    ),
}
