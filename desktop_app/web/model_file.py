"""A model as a file of the person's: the one that was learned, with what they decided inside."""

from pathlib import Path

from desktop_app.records.stored import StoredTraining
from desktop_app.web.files import copy_file, write_file


def packed(training: StoredTraining) -> bytes | None:
    """Return the bytes of the file where it differs from the one that was learned: something was decided.

    Raises ModelError where that one is no longer whole.
    """
    if training.decision is None:
        return None
    from desktop_app.models.settings import with_decision  # late: no page of the start needs it

    return with_decision(Path(training.model), training.decision)


def save_model_to(training: StoredTraining, goal: Path) -> Path:
    """Write the model to where the person wants it, all or nothing; raises SaveError and ModelError."""
    content = packed(training)
    return copy_file(Path(training.model), goal) if content is None else write_file(content, goal)
