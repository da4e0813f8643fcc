"""The sentences about rows that cannot be kept apart as asked when a model is tested."""

from desktop_app.errors.saying import Saying
from desktop_app.language import mark

APART_SAYINGS = {
    "plan.few_groups": Saying(
        "data",
        mark('"{column}" has only {count} different values, too few to learn from some and test on others.'),
        mark("Choose a column with at least 5, or let any row test."),
    ),
    "plan.few_times": Saying(
        "data",
        mark(
            '"{column}" has only {count} different times, too few to learn from early and test on late ones.'
        ),
        mark("Choose a column with at least 5, or let any row test."),
    ),
    "plan.not_time": Saying(
        "data",
        mark('"{column}" holds neither dates nor numbers, so by it no row is later than another.'),
        mark("Choose a column of dates or of numbers, or let any row test."),
    ),
    "plan.not_apart": Saying(
        "data",
        mark('Rows cannot be kept apart by "{column}" when it is tested.'),
        mark("Choose another column, and not the one to predict."),
    ),
}
