"""The sentences about folders that cannot be watched."""

from desktop_app.errors.saying import Saying
from desktop_app.language import mark

WATCH_SAYINGS = {
    "watch.no_folder": Saying(
        "file",
        mark("There is no folder {path}."),
        mark("Name a folder that is there, with its full path."),
    ),
    "watch.of_answers": Saying(
        "usage",
        mark('"{folder}" is a folder of answers, so it cannot be watched.'),
        mark("Choose the folder that new files come into, and another one for their answers."),
    ),
    "watch.typed": Saying(
        "usage",
        mark("Without its full path it is not known which folder is meant."),
        mark("Such as /data/inbox, or D:\\inbox. The file manager shows it."),
    ),
    "watch.twice": Saying(
        "usage",
        mark('This model watches "{folder}" already.'),
        mark("Choose another folder, or stop that one first."),
    ),
}
