"""`hunch doctor`: what this computer has, what is missing and how to fix it."""

import click

from desktop_app.cli.asked import Asked, global_options
from desktop_app.cli.checkup import Finding, findings, variables
from desktop_app.cli.fleet import drive_findings, model_findings, used_models
from desktop_app.cli.layout import aligned
from desktop_app.cli.output import DONE, WITH_WARNINGS
from desktop_app.language import _, mark
from desktop_app.records.jsonable import JSON, to_json
from desktop_app.reports.notice_words import text_of

HELP = mark(
    """Show what this computer has, what is missing and how to fix it.

    It also lists every environment variable that Hunch reads, with its value and where it came from.

    Example: hunch doctor"""
)
SHORT = mark("Show what this computer has, what is missing and how to fix it")
WIDE = 200


@click.command("doctor", help=_(HELP), short_help=_(SHORT))
@global_options
def command(asked: Asked) -> int:
    """Look at the computer; nothing is changed."""
    models = used_models(asked.settings)
    found = (*findings(asked.settings), *drive_findings(asked.settings), *model_findings(models))
    wrong = [finding for finding in found if not finding.fine]
    named = variables(asked.settings)
    output = asked.output
    output.result(
        {
            "checks": [_finding_json(finding) for finding in found],
            "environment": to_json(named),
            "models": to_json(models),
            "attention": len(wrong),
        }
    )
    output.say(*(line for finding in found for line in _lines(finding)), "")
    output.say(*aligned([(item.name, item.value, _(item.source)) for item in named], width=WIDE), "")
    output.say(text_of("doctor.summary", {"count": len(wrong)}) if wrong else text_of("doctor.all_well"))
    return WITH_WARNINGS if wrong else DONE


def _finding_json(finding: Finding) -> dict[str, JSON]:
    facts: dict[str, JSON] = {"thing": finding.thing, "value": finding.value, "ok": finding.fine}
    if finding.fine:
        return facts
    return facts | {"message": _missing(finding), "hint": _(finding.fix)}


def _lines(finding: Finding) -> list[str]:
    if finding.fine:
        return [text_of("doctor.ok", {"thing": finding.thing, "what": finding.value})]
    return [_missing(finding), f"  {_(finding.fix)}"]


def _missing(finding: Finding) -> str:
    values = {"thing": finding.thing, "what": finding.value, "effect": finding.effect}
    return text_of("doctor.missing", values)
