"""A model as a file of the person's: the one that was learned, with what they decided inside."""

from pathlib import Path

from desktop_app.errors import NotFoundError
from desktop_app.records.stored import StoredTraining
from desktop_app.reports.notice_words import text_of
from desktop_app.web.context import context
from desktop_app.web.files import copy_file, write_file


def learned(training_id: str) -> StoredTraining:
    """Return a training that has a model; raises NotFoundError where there is none yet."""
    training = context().workspace.trainings.get(training_id)
    if not training.model:
        raise NotFoundError("error.not_found")
    return training


def packed(training: StoredTraining) -> bytes | None:
    """Return the bytes of the file where they may differ from those that lie here: something was decided.

    Raises ModelError where that one is no longer whole.
    """
    if training.decision is None and training.origin is None:
        return None
    from desktop_app.models.settings import with_decision  # late: no page of the start needs it

    return with_decision(Path(training.model), training.decision)


def void_signature(training: StoredTraining) -> str:
    """Return that a file with what was decided carries no signature any more, if it had one."""
    signed = [one for one in training.origin.notices if one.code == "model.signed"] if training.origin else []
    if not signed or packed(training) in (None, Path(training.model).read_bytes()):
        return ""
    return text_of("model.signature_void", {"signer": signed[0].values["signer"]})


def save_model_to(training: StoredTraining, goal: Path) -> Path:
    """Write the model to where the person wants it, all or nothing; raises SaveError and ModelError."""
    content = packed(training)
    return copy_file(Path(training.model), goal) if content is None else write_file(content, goal)
