"""The sentences about models for each group that there cannot be."""

from desktop_app.errors.saying import Saying
from desktop_app.language import mark

EACH_SAYINGS = {
    "each.column": Saying(
        "data",
        mark('"{column}" cannot say which model a row gets: it needs names or codes that repeat.'),
        mark("Choose another column, and neither the one to predict nor one that is left out."),
    ),
    "each.text": Saying(
        "data",
        mark(
            '"{column}" has so many different values ({count}) that it is read as text, which names no '
            "groups."
        ),
        mark("In the window, say of the column that it holds kinds; or choose another column."),
    ),
    "each.tested": Saying(
        "data",
        mark(
            'Values of "{column}" that it has not seen have no model of their own, so none could be tested.'
        ),
        mark("Test it by another column, or leave --group out."),
    ),
    "each.form": Saying(
        "data",
        mark("A model for each group does not fit into the form that is asked for."),
        mark("Leave out one of the two: --each or --for."),
    ),
    "each.count": Saying(
        "data",
        mark('A model for each needs 2 to {most} different values; "{column}" has {count}.'),
        mark("Choose another column."),
    ),
    "each.handover_ranges": Saying(
        "data",
        mark('This model has wider ranges for a new "{column}", which no other form can hold.'),
        mark("Answer with Hunch (hunch predict, hunch serve), or learn it again without --each."),
    ),
    "each.handover": Saying(
        "data",
        mark("This model has a part for each group, which no other form can hold."),
        mark("Answer with Hunch (hunch predict, hunch serve), or learn it again without --each."),
    ),
}
