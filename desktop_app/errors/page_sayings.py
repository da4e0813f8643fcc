"""The sentences about what a page was asked for and cannot do."""

from desktop_app.errors.compare_sayings import COMPARE_SAYINGS
from desktop_app.errors.saying import Saying
from desktop_app.language import mark

PAGE_SAYINGS = {
    "table.order": Saying(
        "data",
        mark("This table was stored by an early version that could put values into other rows."),
        mark("Open its file again, and learn again what was learned from it."),
    ),
    **COMPARE_SAYINGS,
    "error.link_used": Saying(
        "usage",
        mark("This link was already used."),
        mark("Press Enter where Hunch was started to get a new one."),
    ),
    "error.not_understood": Saying(
        "usage", mark("This request does not fit the page it came from."), mark("Open the page again.")
    ),
    "error.other_reading": Saying(
        "usage", mark("This table was changed on another page."), mark("Open the page again.")
    ),
    "match.twice": Saying(
        "usage",
        mark('"{column}" was chosen for two columns.'),
        mark("Go back and choose another one for one of them."),
    ),
    "error.no_file": Saying("usage", mark("No file was chosen."), mark("Choose a file, then open it.")),
    "error.no_drop": Saying(
        "usage", mark("What was dropped is no file of this computer."), mark("Open it with the button.")
    ),
    "error.upload_too_big": Saying(
        "usage",
        mark("The file is larger than a plain form can carry."),
        mark("Allow scripts for this page, so that it is copied piece by piece."),
    ),
    "save.own_file": Saying(
        "save",
        mark('"{file}" was not replaced: it holds all rows, and the list only some of them.'),
        mark("Save the list under another name."),
    ),
    "ask.not_open": Saying(
        "internal",
        mark("The model could not be opened in time."),
        mark("Wait until other work on this computer is done, then ask again."),
    ),
    "ask.slow": Saying(
        "internal",
        mark("The model did not answer in time."),
        mark("Wait until other work on this computer is done, then ask again."),
    ),
    "ask.ended": Saying(
        "internal",
        mark("The model ended unexpectedly while it was asked. Nothing else is touched."),
        mark("Ask again."),
    ),
    "ask.too_long": Saying(
        "data", mark("This answer is too long to be shown."), mark("Ask about a row with shorter texts.")
    ),
    "step.name_taken": Saying(
        "usage", mark('Another column is called "{name}" already.'), mark("Choose a name of its own.")
    ),
    "step.name_blank": Saying(
        "usage",
        mark("A column needs a name."),
        mark('It keeps the name that it has in the file: "{name}".'),
    ),
    "step.name_long": Saying(
        "usage", mark("This name is longer than {limit} letters."), mark("Choose a shorter one.")
    ),
    "step.no_column_left": Saying(
        "usage", mark("At least one column has to stay."), mark("Leave out fewer of them.")
    ),
    "step.none_chosen": Saying(
        "usage", mark("No column was chosen."), mark("Tick the columns first, then say what to do with them.")
    ),
    "refuse.all_columns": Saying(
        "file", mark('No column of "{file}" would be left.'), mark("Leave out fewer columns.")
    ),
    "refuse.all_rows": Saying(
        "file", mark('No row of "{file}" would be left.'), mark("Leave out fewer rows.")
    ),
    "refuse.many_rules": Saying(
        "file",
        mark('More than {limit} rules say which rows of "{file}" are left out.'),
        mark("Take some of them back."),
    ),
}
