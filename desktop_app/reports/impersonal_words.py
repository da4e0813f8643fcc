"""What was taken out of a model that is saved without personal values, and what that costs."""

from desktop_app.records.model_files import SavedImpersonal
from desktop_app.reports.notice_words import text_of


def taken_lines(saved: SavedImpersonal, name: str) -> tuple[str, ...]:
    """Return that a model was saved as *name*, what is not in it, and how rows that hold it are answered."""
    lines = [text_of("save.done", {"file": name, "size": saved.size})]
    if saved.values:
        lines.append(text_of("personal.values_out", {"count": saved.values}))
    if saved.words:
        lines.append(text_of("personal.words_out", {"count": saved.words}))
    if saved.values or saved.words:
        return (*lines, text_of("personal.answered_so"))
    return (*lines, text_of("personal.none_out"))
