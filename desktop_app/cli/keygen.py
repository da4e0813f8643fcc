"""`hunch keygen`: a key to sign models with."""

from pathlib import Path

import click

from desktop_app.cli.asked import Asked, global_options
from desktop_app.cli.called import called
from desktop_app.cli.goal import goal
from desktop_app.cli.output import DONE
from desktop_app.errors import UsageError
from desktop_app.errors.disk import save_error
from desktop_app.language import _, mark
from desktop_app.records.trust import sound_name
from desktop_app.reports.notice_words import text_of

HELP = mark(
    """Make a key to sign models with.

    Two files come of it: the key itself, which only you may have, and beside it the public key (.pub), which
    is handed to everybody who is to trust your models.

    Example: hunch keygen --out it.key --name "IT of Example Ltd\""""
)


@click.command("keygen", help=_(HELP), short_help=_("Make a key to sign models with"))
@click.option("--out", metavar="KEY", required=True, help=_("Where to save the key."))
@click.option("--name", metavar="NAME", required=True, help=_("Whose key it is, as others will read it."))
@click.option("--passphrase", "locked", is_flag=True, help=_("Ask for a passphrase that protects the key."))
@click.option("--force", is_flag=True, help=_("Replace the files if they are already there."))
@global_options
def command(asked: Asked, *, out: str, name: str, locked: bool, force: bool) -> int:
    """Make the key and save both files, or none."""
    from desktop_app.models.signing import PUBLIC, make_key

    try:
        sound_name(name)
    except ValueError as error:
        raise UsageError("key.name", name=name) from error
    private = Path(out).absolute()
    public = private.with_name(private.name + PUBLIC)
    passphrase = _passphrase() if locked else ""
    with (
        goal(private, force=force, endings=(private.suffix.lower(),)) as secret,
        goal(public, force=force, endings=(PUBLIC,)) as shown,
    ):
        content, key = make_key(name, passphrase)
        try:
            secret.draft.touch(mode=0o600)  # before anything is in it
            secret.draft.write_bytes(content)
            shown.draft.write_text(f"{key.line}\n", encoding="utf-8")
        except OSError as error:
            raise save_error(error, private) from error
        shown.land()
        secret.land()
    asked.output.result({"key": str(private), "public": str(public), "id": key.id, "name": name})
    trusting = {"name": name, "path": str(public), "command": called("trust")}
    asked.output.say(
        text_of("key.made", {"name": name, "path": str(private)}), text_of("key.made.hint", trusting)
    )
    return DONE


def _passphrase() -> str:
    return click.prompt(_("Passphrase"), hide_input=True, confirmation_prompt=True, err=True)
