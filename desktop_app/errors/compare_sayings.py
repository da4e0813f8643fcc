"""The sentences about answers that cannot be compared."""

from desktop_app.errors.saying import Saying
from desktop_app.language import mark

COMPARE_SAYINGS = {
    "tested.none": Saying(
        "data",
        mark("Which rows tested this model is not known here: it came as a file, or from an older Hunch."),
        mark("Learn again, and this page can tell."),
    ),
    "tested.other_rows": Saying(
        "data",
        mark("The table has other rows now than those that this model learned from."),
        mark("Learn again from the table as it is now, or undo the steps since then."),
    ),
    "groups.no_table": Saying(
        "data",
        mark("The table that this model learned from is not here any more."),
        mark("Open its file again and learn again."),
    ),
    "groups.no_column": Saying(
        "data",
        mark('There is no column "{column}" in the table any more.'),
        mark("Choose another column."),
    ),
    "compare.not_two": Saying(
        "data",
        mark("These are not two models that have learned."),
        mark("Choose two different ones."),
    ),
    "compare.not_alike": Saying(
        "data",
        mark("These two models do not answer the same question, so none of them is better than the other."),
        mark("Choose two that predict the same column."),
    ),
}
