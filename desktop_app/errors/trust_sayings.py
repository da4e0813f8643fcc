"""The sentences about signatures, keys, and what IT does not allow."""

from desktop_app.errors.backup_sayings import BACKUP_SAYINGS
from desktop_app.errors.policy_sayings import POLICY_SAYINGS
from desktop_app.errors.saying import Saying
from desktop_app.language import mark

TRUST_SAYINGS = {
    **BACKUP_SAYINGS,
    **POLICY_SAYINGS,
    "error.policy": Saying(
        "policy",
        mark("Opening model files is switched off on this computer by your organisation."),
        mark("Ask {contact} if you need it."),
    ),
    "error.policy_keys": Saying(
        "policy",
        mark("On this computer only the keys that your organisation trusts count."),
        mark("Ask {contact} to trust this one."),
    ),
    "model.must_be_signed": Saying(
        "policy",
        mark('Here only signed models may be opened, and "{model}" is not signed by anyone trusted here.'),
        mark("Ask {contact} to sign it."),
    ),
    "model.bad_signature": Saying(
        "model",
        mark('"{model}" carries the name of {signer}, but was changed after signing.'),
        mark("Ask {signer} for the file again."),
    ),
    "model.revoked": Saying(
        "model",
        mark('Your organisation has withdrawn "{model}".'),
        mark("Ask {contact} which model replaces it."),
    ),
    "model.signed_often": Saying(
        "usage",
        mark('"{model}" has {count} signatures already, and holds no more.'),
        mark("Sign a copy of the model that has fewer."),
    ),
    "key.none": Saying(
        "usage",
        mark('"{file}" is no key of Hunch.'),
        mark("Make one with: hunch keygen --out KEY --name NAME"),
    ),
    "key.no_public": Saying(
        "usage",
        mark('"{file}" is not the public key that belongs to "{key}".'),
        mark("Put the file that keygen wrote beside the key back in its place."),
    ),
    "key.passphrase": Saying(
        "usage", mark('"{file}" does not open with this passphrase.'), mark("Type it once more.")
    ),
    "key.name": Saying(
        "usage",
        mark('"{name}" cannot stand for a person or a department.'),
        mark("Write a name of 1 to 100 letters in one line, such as the one of your department."),
    ),
    "key.unknown": Saying(
        "usage",
        mark('No key "{id}" is trusted here by you.'),
        mark("See which are with: hunch trust"),
    ),
}
