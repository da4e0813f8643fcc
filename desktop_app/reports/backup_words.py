"""What a backup holds, in words."""

from pathlib import Path

from desktop_app.language import size
from desktop_app.records.backups import Saved
from desktop_app.reports.notice_words import text_of


def saved_lines(saved: Saved, place: Path, command: str) -> list[str]:
    """Return what was saved, and how it comes back by *command*."""
    values = {"kinds": _kinds(saved), "path": str(place), "size": size(saved.size)}
    return [
        text_of("backup.saved", values),
        text_of("backup.saved.hint", {"command": command, "path": place.name}),
    ]


def restored_lines(restored: Saved, place: Path) -> list[str]:
    """Return what was restored, and what was not."""
    values = {"kinds": _kinds(restored), "path": str(place)}
    return [text_of("backup.restored", values), text_of("backup.restored.hint")]


def _kinds(saved: Saved) -> list[str]:
    return [
        text_of("backup.tables", {"count": saved.tables}),
        text_of("backup.models", {"count": saved.models}),
        text_of("backup.answers", {"count": saved.answers}),
    ]
