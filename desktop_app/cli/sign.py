"""`hunch sign`: a signature under a model file."""

from pathlib import Path

import click

from desktop_app.cli.asked import Asked, global_options
from desktop_app.cli.goal import goal
from desktop_app.cli.output import DONE
from desktop_app.cli.train import ENDINGS
from desktop_app.cli.work import done_by_worker, existing
from desktop_app.language import _, mark
from desktop_app.records.verifying import Signed, SignOrder
from desktop_app.reports.notice_words import text_of

HELP = mark(
    """Sign a model, so that others know it is from you and was not changed.

    The model is checked first. Its file is replaced by the signed one, or that is saved under another name
    with --out. Up to eight people may sign one model.

    Example: hunch sign customers.hunch --key it.key"""
)


@click.command("sign", help=_(HELP), short_help=_("Sign a model"))
@click.argument("model")
@click.option(
    "--key", metavar="KEY", required=True, help=_("The key, as keygen made it; KEY.pub lies beside it.")
)
@click.option("--out", metavar="MODEL.hunch", help=_("Where to save the signed model instead."))
@click.option("--force", is_flag=True, help=_("Replace that file if it is already there."))
@global_options
def command(asked: Asked, model: str, *, key: str, out: str | None, force: bool) -> int:
    """Sign the model; its file is replaced at one stroke, or not at all."""
    from desktop_app.models.signing import PUBLIC, is_encrypted

    path, key_path = existing(model), existing(key)
    existing(key + PUBLIC)
    locked = is_encrypted(Path(key_path))
    passphrase = click.prompt(_("Passphrase"), hide_input=True, err=True) if locked else ""
    place = Path(out).absolute() if out else Path(path)
    with goal(place, force=force or not out, endings=ENDINGS) as there:
        order = SignOrder(model=path, key=key_path, out=str(there.draft), passphrase=passphrase)
        signed = done_by_worker(asked, "sign", order, Signed)
        there.land()
    asked.output.result({"model": str(place), "signer": signed.signer, "key": signed.key_id})
    values = {"model": place.name, "name": signed.signer, "id": signed.key_id}
    asked.output.say(text_of("key.signed", values))
    return DONE
