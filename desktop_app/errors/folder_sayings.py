"""The sentences about many files, or many rows, that cannot be answered or saved as it was asked."""

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
        mark("--format is for answers in a folder: of a folder's files, or in --parts."),
        mark("For one file, the ending of --out says it: .csv, .xlsx or .parquet."),
    ),
    "save.sheet_full": Saying(
        "save",
        mark('"{file}" could not be saved: it has {rows} rows, and an Excel sheet holds {most}.'),
        mark("Save it as CSV or Parquet. The command hunch predict saves several files with --parts."),
    ),
    "shared.no_cluster": Saying(
        "usage",
        mark("--shared is for files that a cluster answers."),
        mark("Name the cluster with --dask ADDRESS."),
    ),
    "shared.unseen": Saying(
        "usage",
        mark("{count} of {of} workers of the cluster do not see the files in {path} as this computer does."),
        mark("Without --shared this computer reads the files, and sends their rows."),
    ),
    "shared.unwritable": Saying(
        "usage",
        mark("{count} of {of} workers of the cluster may not write into {path}."),
        mark("Let them, or leave out --shared: then this computer reads and writes the files."),
    ),
    "shared.changed": Saying(
        "file",
        mark('"{file}" is not there any more, or has changed, since it was looked at.'),
        mark("Begin again when nobody works on it. What is answered stays."),
    ),
    "parts.of_folder": Saying(
        "usage",
        mark('"{folder}" is a folder: each of its files is answered into one, and --parts is for one file.'),
        mark("Leave --parts out, or name one file."),
    ),
    "parts.many": Saying(
        "usage",
        mark("Parts of {rows} rows each would be {count} files, and {most} are the most."),
        mark("Name more rows with --parts."),
    ),
    "parts.out": Saying(
        "usage",
        mark('"{out}" is one file, and --parts makes several.'),
        mark("Name a folder with --out, and the kind of its files with --format."),
    ),
    "parts.others": Saying(
        "usage",
        mark('The folder "{folder}" holds more than parts, such as "{file}", so it is not replaced.'),
        mark("Name another folder with --out."),
    ),
}
