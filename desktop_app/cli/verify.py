"""`hunch verify`: whether a model file is whole, answers as before, and can be learned again."""

import click

from desktop_app.cli.asked import Asked, global_options
from desktop_app.cli.elsewhere import cluster_of, cluster_options
from desktop_app.cli.options_given import options_given
from desktop_app.cli.output import DONE, WITH_WARNINGS, Output
from desktop_app.cli.work import done_by_worker, existing
from desktop_app.errors import UsageError
from desktop_app.language import _, mark
from desktop_app.records.jsonable import JSON, to_json
from desktop_app.records.verifying import LearnedAgain, Verified, VerifyOrder
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.receipt_words import difference_lines, verified_lines
from desktop_app.reports.trust_words import signature_text

HELP = mark(
    """Prove that a model is what it was.

    Every part of the file is checked, and the answers that are stored in it are asked for again. With --rerun
    the model is learned again from its table, and both are compared; nothing is saved.

    Example: hunch verify customers.hunch --rerun customers.csv"""
)


@click.command("verify", help=_(HELP), short_help=_("Prove that a model is what it was"))
@click.argument("model")
@click.option(
    "--rerun", metavar="FILE", help=_("Learn it again from this file, the one it came from, and compare.")
)
@cluster_options
@global_options
def command(asked: Asked, model: str, *, rerun: str | None, dask: str | None, dask_keys: str | None) -> int:
    """Check a model file, learn it again where that is asked for, and say what came of it."""
    if rerun is None and (given := options_given(("dask", "dask_keys"))):
        raise UsageError("cli.dask_rerun", options=given)
    order = VerifyOrder(
        model=existing(model),
        path=existing(rerun) if rerun is not None else "",
        cluster=cluster_of(asked, dask, dask_keys) if rerun is not None else None,
    )
    return _show(asked.output, done_by_worker(asked, "verify", order, Verified))


def _show(output: Output, verified: Verified) -> int:
    output.result(_json(verified))
    output.say(*verified_lines(verified), signature_text(verified.signed_by))
    if verified.is_older:
        output.remark(text_of("model.older_verified"))
    again = verified.again
    if again is None:
        return DONE
    if again.on_cluster and again.on_cluster.lost:
        output.remark(text_of("dask.lost"))
    if again.is_same:
        output.say(text_of("model.receipt_same"))
        return DONE
    output.complain(*difference_lines(again))
    return WITH_WARNINGS


def _json(verified: Verified) -> dict[str, JSON]:
    facts: dict[str, JSON] = {
        "intact": True,  # else it is refused
        "stored_answers": verified.stored_answers,
        "format": verified.format,
        "created": verified.created,
        "versions": dict(verified.versions),
        "table": verified.table,
        "table_sha256": verified.table_sha256,
        "seed": verified.seed,
        "content": verified.content,
        "older": verified.is_older,
        "signed_by": list(verified.signed_by),
    }
    return facts | ({"rerun": _again_json(verified.again)} if verified.again else {})


def _again_json(again: LearnedAgain) -> dict[str, JSON]:
    facts: dict[str, JSON] = {
        "same": again.is_same,
        "content": again.content,
        "numbers": again.numbers,
        "first": to_json(again.first),
        "answers_agree": again.answers_agree,
        "message": " ".join(
            [text_of("model.receipt_same")] if again.is_same else difference_lines(again)[:2]
        ),
    }
    return facts | ({"on_cluster": to_json(again.on_cluster)} if again.on_cluster else {})
