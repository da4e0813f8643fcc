"""How right a model was in the files that were brought to it and say themselves what is right."""

from collections.abc import Sequence

from desktop_app.records.results import Evaluation
from desktop_app.records.stored import StoredAnswers
from desktop_app.reports.held_words import HeldFile
from desktop_app.reports.pictures.held import held
from desktop_app.reports.pictures.picture import Picture
from desktop_app.web.recent import when


def still_right(evaluation: Evaluation, brought: Sequence[StoredAnswers]) -> Picture | None:
    """Return the picture of files, which come newest first; None where fewer than two tell how right."""
    files = [
        HeldFile(name=one.name, day=when(one.created).partition(" ")[0], truth=one.answers.truth)
        for one in reversed(brought)
        if one.answers and one.answers.truth and one.answers.truth.score.metric == evaluation.score.metric
    ]
    return held(files, evaluation)
