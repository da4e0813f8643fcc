"""The sentences about a folder whose files cannot be answered as it was asked."""

from desktop_app.errors.saying import Saying
from desktop_app.language import mark

FOLDER_SAYINGS = {
    "folder.empty": Saying(
        "file",
        mark('There is no file in the folder "{folder}".'),
        mark("Name the folder in which the files lie; folders in it are not looked into."),
    ),
    "folder.same": Saying(
        "usage",
        mark('The answers cannot go into "{folder}" itself: they would be its files.'),
        mark("Name another folder with --out; one inside it will do."),
    ),
    "folder.out": Saying(
        "usage",
        mark('"{folder}" is a folder and "{out}" is one file, so its answers do not go there.'),
        mark("Name a folder with --out, and the kind of its files with --format."),
    ),
    "folder.into": Saying(
        "usage",
        mark('"{file}" is one file and "{out}" is a folder.'),
        mark("Name a file with --out, such as answers.csv in that folder."),
    ),
    "folder.format": Saying(
        "usage",
        mark("--format is for answers in a folder."),
        mark("For one file, the ending of --out says it: .csv, .xlsx or .parquet."),
    ),
}
