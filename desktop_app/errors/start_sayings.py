"""What a person reads when the program cannot open; it may stand in a small window of the system, alone."""

from desktop_app.errors.saying import Saying
from desktop_app.language import mark

START_SAYINGS = {
    "start.no_home": Saying(
        "usage",
        mark("This computer names no home folder for you, and Hunch keeps its folder there."),
        mark("Set HUNCH_WORKSPACE to a folder in which you may write."),
    ),
    "start.blocked": Saying(
        "internal",
        mark("Hunch cannot talk to itself on this computer (127.0.0.1), and no page can be shown."),
        mark("Ask IT to allow this program on 127.0.0.1. Nothing else is needed."),
    ),
    "start.no_lock": Saying(
        "save",
        mark("The disk of {path} cannot tell who uses a file, and only one Hunch may work there."),
        mark("Choose a folder on a disk of this computer: set HUNCH_WORKSPACE."),
    ),
    "start.part_missing": Saying(
        "internal",
        mark("A part of this program is missing: {part}."),
        mark("Install Hunch again. A security program may have removed the part; IT can see to that."),
    ),
    "error.other_stuck": Saying(
        "internal",
        mark("Hunch is already open but does not answer."),
        mark("Wait a minute, or end it and start again."),
    ),
}
