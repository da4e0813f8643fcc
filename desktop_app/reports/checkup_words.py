"""What was looked at on a computer, a sentence each, and how what is wrong is mended."""

from desktop_app.language import _, mark
from desktop_app.records.checkup import Finding, Variable
from desktop_app.reports.notice_words import text_of

_SOURCES = {  # of a setting
    "environment": mark("environment"),
    "command line": mark("command line"),
    "policy": mark("policy"),
    "default": mark("default"),
}


def source_text(variable: Variable) -> str:
    """Return where the value of an environment variable came from."""
    return _(_SOURCES[variable.source])


def finding_text(finding: Finding) -> str:
    """Return whether a thing is fine and, where it is not, what follows."""
    values = {"thing": finding.thing, "what": finding.value, "effect": finding.effect}
    return text_of("doctor.ok" if finding.fine else "doctor.missing", values)


def summary_text(findings: tuple[Finding, ...]) -> str:
    """Return how many things need attention."""
    wrong = sum(not finding.fine for finding in findings)
    return text_of("doctor.summary", {"count": wrong}) if wrong else text_of("doctor.all_well")
