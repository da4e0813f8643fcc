"""`hunch doctor`: what this computer has, what is missing and how to fix it."""

from pathlib import Path

import click

from desktop_app.cli.asked import Asked, global_options
from desktop_app.cli.goal import goal
from desktop_app.cli.layout import aligned
from desktop_app.cli.output import DONE, WITH_WARNINGS
from desktop_app.language import _, mark
from desktop_app.records.checkup import Finding
from desktop_app.records.jsonable import JSON, to_json
from desktop_app.reports.checkup_words import finding_text, source_text, summary_text
from desktop_app.reports.notice_words import text_of
from desktop_app.workspace.allowed import check_allowed

HELP = mark(
    """Show what this computer has, what is missing and how to fix it.

    It also lists every environment variable that Hunch reads, with its value and where it came from. With
    --out it saves a file for IT: versions, counts, sizes and codes, and nobody's data, names or paths.

    Example: hunch doctor"""
)
SHORT = mark("Show what this computer has, what is missing and how to fix it")
WIDE = 200
ENDING = ".json"


@click.command("doctor", help=_(HELP), short_help=_(SHORT))
@click.option("--out", metavar="FILE.json", help=_("Also save a file for IT, without anybody's data."))
@click.option("--force", is_flag=True, help=_("Replace the file if it is already there."))
@global_options
def command(asked: Asked, out: str | None, *, force: bool) -> int:
    """Look at the computer; nothing is changed but the file that is asked for."""
    from desktop_app.shell.examination import Examination

    if out is not None:
        check_allowed("diagnostics_export", asked.settings.policy)
    look = Examination(settings=asked.settings)
    models = look.models()
    found, named = look.findings_with(models), look.variables()
    place = _saved(Path(out).absolute(), look.diagnostics(found), force=force) if out is not None else None
    wrong = sum(not finding.fine for finding in found)
    output = asked.output
    facts: dict[str, JSON] = {
        "checks": [_finding_json(finding) for finding in found],
        "environment": to_json(named),
        "models": to_json(models),
        "attention": wrong,
    }
    output.result(facts | ({"out": str(place)} if place else {}))
    output.say(*(line for finding in found for line in _lines(finding)), "")
    output.say(*aligned([(item.name, item.value, source_text(item)) for item in named], width=WIDE), "")
    output.say(summary_text(found), *([text_of("doctor.saved", {"path": str(place)})] if place else []))
    return WITH_WARNINGS if wrong else DONE


def _saved(place: Path, content: str, *, force: bool) -> Path:
    with goal(place, force=force, endings=(ENDING,)) as there:
        there.draft.write_text(content, encoding="utf-8")
        there.land()
    return place


def _finding_json(finding: Finding) -> dict[str, JSON]:
    facts: dict[str, JSON] = {
        "code": finding.code,
        "thing": finding.thing,
        "value": finding.value,
        "ok": finding.fine,
    }
    return facts if finding.fine else facts | {"message": finding_text(finding), "hint": finding.fix}


def _lines(finding: Finding) -> list[str]:
    return [finding_text(finding)] if finding.fine else [finding_text(finding), f"  {finding.fix}"]
