"""The sentences about what IT does not allow on this computer."""

from desktop_app.errors.saying import Saying
from desktop_app.language import mark

_ASK = mark("Ask {contact} if you need it.")

POLICY_SAYINGS = {
    "policy.no_export": Saying(
        "policy",
        mark("Saving answers, models, reports and tables as files is switched off by your organisation."),
        _ASK,
    ),
    "policy.no_watch": Saying(
        "policy", mark("Watching folders is switched off on this computer by your organisation."), _ASK
    ),
    "policy.no_archive": Saying(
        "policy", mark("Restoring backups is switched off on this computer by your organisation."), _ASK
    ),
    "policy.no_diagnostics": Saying(
        "policy", mark("Saving a file about this computer is switched off by your organisation."), _ASK
    ),
    "policy.no_service": Saying(
        "policy", mark("Answering other programs over HTTP is switched off by your organisation."), _ASK
    ),
    "policy.only_here": Saying(
        "policy",
        mark("Your organisation allows to answer programs on this computer only."),
        mark("Listen at 127.0.0.1, or ask {contact} if other computers need it."),
    ),
    "policy.too_big": Saying(
        "policy",
        mark('"{file}" has {size}, and your organisation allows files of up to {limit}.'),
        mark("Open a smaller file, or ask {contact} if you need this one."),
    ),
    "policy.workspace": Saying(
        "policy",
        mark("Your organisation has laid down where Hunch keeps its work: {path}."),
        mark("Leave out --workspace, or ask {contact}."),
    ),
    "policy.network_drive": Saying(
        "policy",
        mark("{path} lies on a disk of another computer, and your organisation does not allow that."),
        mark("Name a folder of this computer with --workspace DIR, or ask {contact}."),
    ),
}
