"""The rules of IT, and whether they can be obeyed, for pages to say where they cannot."""

from desktop_app.records.record import dataclass
from desktop_app.records.trust import Policy
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.trust_words import invalid_text, policy_lines
from desktop_app.settings import read_settings
from desktop_app.workspace.allowed import check_allowed
from desktop_app.workspace.trust import read_policy


def policy_problem() -> str:
    """Return why the strictest rules hold; nothing where IT has laid down none, or they are obeyed."""
    found = read_policy(read_settings().policy)
    return invalid_text(found.path, found.problem, found.place) if found.path and found.problem else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What IT has laid down, in sentences, and where."""

    path: str
    problem: str
    lines: tuple[str, ...]


def rules() -> Rules | None:
    """Return what holds on this computer; nothing where IT has laid down nothing."""
    found = read_policy(read_settings().policy)
    if found.path is None:
        return None
    path = text_of("policy.path", {"path": str(found.path)})
    return Rules(path=path, problem=policy_problem(), lines=tuple(policy_lines(found.policy)))


def check_saving() -> None:
    """Raise PolicyError where nothing may be saved outside of the workspace."""
    check_allowed("export", read_settings().policy)


def policy() -> Policy:
    """Return what IT has laid down at this moment."""
    return read_policy(read_settings().policy).policy
