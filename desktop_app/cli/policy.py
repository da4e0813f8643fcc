"""`hunch policy`: what IT has laid down for this computer."""

import click

from desktop_app.cli.asked import Asked, global_options
from desktop_app.cli.output import DONE, WITH_WARNINGS
from desktop_app.language import _, mark
from desktop_app.records.jsonable import to_json
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.trust_words import invalid_text, policy_lines
from desktop_app.workspace.trust import read_policy

HELP = mark(
    """Show what your organisation allows.

    IT lays that down in a file which only administrators can change. Nothing is changed here.

    Example: hunch policy"""
)


@click.command("policy", help=_(HELP), short_help=_("Show what your organisation allows"))
@global_options
def command(asked: Asked) -> int:
    """Show the rules that hold, where they stand, and whether they can be obeyed."""
    found, output = read_policy(asked.settings.policy), asked.output
    path = str(found.path) if found.path else None
    output.result(
        {
            "path": path,
            "problem": _(found.problem) or None,
            "place": found.place or None,
            **to_json(found.policy),
        }
    )
    output.say(text_of("policy.path", {"path": path}) if path else text_of("policy.none"))
    output.say(*policy_lines(found.policy))
    if found.path and found.problem:
        output.complain(invalid_text(found.path, found.problem, found.place))
        return WITH_WARNINGS
    return DONE
