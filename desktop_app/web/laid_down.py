"""Whether the rules of IT can be obeyed, for the first page to say where they cannot."""

from desktop_app.reports.trust_words import invalid_text
from desktop_app.settings import read_settings
from desktop_app.workspace.trust import read_policy


def policy_problem() -> str:
    """Return why the strictest rules hold; nothing where IT has laid down none, or they are obeyed."""
    found = read_policy(read_settings().policy)
    return invalid_text(found.path, found.problem) if found.path and found.problem else ""
