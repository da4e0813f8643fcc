"""`hunch trust`: whose signatures count on this computer."""

from pathlib import Path

import click

from desktop_app.cli.asked import Asked, global_options
from desktop_app.cli.output import DONE, Output
from desktop_app.cli.work import existing
from desktop_app.errors import PolicyError
from desktop_app.language import _, mark
from desktop_app.records.jsonable import JSON
from desktop_app.records.trust import PublicKey
from desktop_app.reports.notice_words import text_of
from desktop_app.workspace.trust import add_key, read_keys, read_policy, remove_key

HELP = mark(
    """Trust the models that somebody signs, or see who is trusted.

    KEY.pub is the public key that they handed to you. Without it, all keys that are trusted are listed.

    Example: hunch trust it.key.pub"""
)


@click.command("trust", help=_(HELP), short_help=_("Trust the models that somebody signs"))
@click.argument("key", metavar="[KEY.pub]", required=False)
@click.option("--remove", metavar="ID", help=_("Trust this key no longer; the list shows its ID."))
@global_options
def command(asked: Asked, key: str | None, *, remove: str | None) -> int:
    """Add a key, take one away, or list them."""
    workspace, policy = asked.settings.workspace, read_policy(asked.settings.policy).policy
    changed: dict[str, PublicKey] = {}
    if remove:
        changed["key.removed"] = remove_key(workspace, remove)
    if key:
        from desktop_app.models.signing import read_public_key

        if policy.model_import == "signed_only":
            raise PolicyError("error.policy_keys", contact=policy.contact)
        changed["key.trusted"] = read_public_key(Path(existing(key)))
        add_key(workspace, changed["key.trusted"])
    yours = read_keys(workspace)
    asked.output.result(
        {"yours": [_json(one) for one in yours], "policy": [_json(one) for one in policy.trusted_keys]}
    )
    if changed:
        asked.output.say(*(_line(code, one) for code, one in changed.items()))
    else:
        _list(asked.output, yours, policy.trusted_keys)
    return DONE


def _list(output: Output, yours: tuple[PublicKey, ...], of_policy: tuple[PublicKey, ...]) -> None:
    output.say(
        *(_line("key.yours", one) for one in yours), *(_line("policy.trusted", one) for one in of_policy)
    )
    if not (yours or of_policy):
        output.say(text_of("key.nobody"))


def _line(code: str, key: PublicKey) -> str:
    return text_of(code, {"name": key.name, "id": key.id})


def _json(key: PublicKey) -> dict[str, JSON]:
    return {"id": key.id, "name": key.name, "key": key.line}
