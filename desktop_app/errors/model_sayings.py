"""The sentences about model files that are refused."""

from desktop_app.errors.saying import Saying
from desktop_app.errors.trust_sayings import TRUST_SAYINGS
from desktop_app.language import mark

MODEL_SAYINGS = {
    **TRUST_SAYINGS,
    "why.other_columns": Saying(
        "data",
        mark("The table no longer holds what the model reads: {columns}."),
        mark("Learn again from the table as it is now, and look into that model."),
    ),
    "model.not_model": Saying("model", mark('"{file}" is not a Hunch model.'), mark("Models end in .hunch.")),
    "model.pickle": Saying(
        "model",
        mark('"{file}" is a Python file that can run programs when it is opened, so Hunch does not open it.'),
        mark("Ask its maker to save it with Hunch."),
    ),
    "model.newer": Saying(
        "model",
        mark('"{model}" was made by a newer Hunch ({version}).'),
        mark("Install that version to open it."),
    ),
    "model.changed": Saying(
        "model",
        mark('"{model}" was changed or damaged after it was saved: part "{part}" does not match.'),
        mark("Ask for the file again, or restore a copy."),
    ),
    "model.extra_parts": Saying(
        "model",
        mark('"{model}" holds parts that do not belong in a model.'),
        mark("Ask its maker to save it again with Hunch."),
    ),
    "model.forbidden": Saying(
        "model",
        mark('"{model}" holds something that Hunch does not run: {what}.'),
        mark("Ask its maker to save it with Hunch."),
    ),
    "model.unsound": Saying(
        "model",
        mark('"{model}" is not built soundly inside and could stop the program, so it is not used.'),
        mark("Ask its maker to save it again with Hunch."),
    ),
    "model.too_big": Saying(
        "model",
        mark('"{model}" is {size}. The limit is {limit}.'),
        mark("Ask its maker for a smaller model, learned with Quick or Normal."),
    ),
    "model.older_refused": Saying(
        "model",
        mark('"{model}" gives other answers here than when it was saved, so it is not used.'),
        mark("Learn again from its table, or open it with version {version}."),
    ),
    "model.older_form": Saying(
        "model",
        mark('"{model}" is in a form that Hunch does not read any more.'),
        mark("Learn again from its table, or open it with version {version}."),
    ),
    "model.forecast": Saying(
        "model",
        mark('"{model}" says what comes next. It answers no rows, so it cannot be used here.'),
        mark("Use it with: {command} MODEL FILE --out OUT"),
    ),
    "model.compared": Saying(
        "model",
        mark('"{model}" compares new rows with old ones. It answers none, so it cannot be used here.'),
        mark("Use it with: {command} MODEL FILE --out OUT"),
    ),
    "model.compared_option": Saying(
        "usage",
        mark('"{model}" compares new rows with old ones, and takes no {options}.'),
        mark("Leave it out."),
    ),
    "groups.none_again": Saying(
        "data",
        mark('No clear groups were found again for "{model}".'),
        mark("Another version of Hunch may have made it. Find the groups anew in its table."),
    ),
    "model.no_receipt": Saying(
        "data",
        mark('"{model}" was saved without a receipt, so it cannot be learned again in the same way.'),
        mark("Hunch {version} wrote none. Learn anew from its table, and what comes of it has one."),
    ),
    "model.rows_withheld": Saying(
        "data",
        mark('"{model}" does not tell all rows that were left out, so it cannot be learned again.'),
        mark("A value of so few rows may point to a person, so no model file holds it."),
    ),
    "model.other_table": Saying(
        "data",
        mark('"{file}" is not the file that "{model}" learned from.'),
        mark('It learned from "{table}". A file that was opened and saved again is another one.'),
    ),
}
