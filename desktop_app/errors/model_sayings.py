"""The sentences about model files that are refused."""

from desktop_app.errors.saying import Saying
from desktop_app.language import mark

MODEL_SAYINGS = {
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
}
