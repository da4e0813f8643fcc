"""The sentences about backups, and what is forgotten."""

from desktop_app.errors.saying import Saying
from desktop_app.language import mark

BACKUP_SAYINGS = {
    "backup.not_one": Saying(
        "file",
        mark('"{file}" is not a backup of Hunch.'),
        mark("Choose a file that hunch backup made."),
    ),
    "backup.damaged": Saying(
        "file",
        mark('"{file}" is not restored: {what}.'),
        mark("Copy it once more from where it is kept, or take an older backup."),
    ),
    "backup.newer": Saying(
        "file",
        mark('"{file}" was made by a newer Hunch.'),
        mark("Install that version on this computer, then restore it."),
    ),
    "backup.nothing": Saying(
        "usage",
        mark("There is nothing to save: {path} is no folder of Hunch."),
        mark("Name its folder with --workspace DIR."),
    ),
    "backup.in_use": Saying(
        "usage",
        mark("Hunch is open, and works with {path}."),
        mark("Close it, then restore the backup."),
    ),
    "backup.not_empty": Saying(
        "usage",
        mark("A backup is restored only where nothing is yet, and {path} is not empty."),
        mark("Name an empty or a new folder with --workspace DIR."),
    ),
    "backup.no_room": Saying(
        "save",
        mark("The backup needs {needed} of room, and this disk has {free}."),
        mark("Make room, or name a folder on another disk with --workspace DIR."),
    ),
    "backup.changed": Saying(
        "save",
        mark("Something was removed from Hunch while the backup was made, so there is none."),
        mark("Make it again."),
    ),
}
