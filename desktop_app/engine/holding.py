"""That what is delivered can be held by the form that it is for: the form is asked, and says yes or no."""

from collections.abc import Callable, Sequence

import numpy as np

from desktop_app.engine.evaluation.intervals import Intervals
from desktop_app.engine.model import Model, learn_model
from desktop_app.engine.outcome import Outcome
from desktop_app.engine.predictor import Predictor
from desktop_app.engine.question import Question
from desktop_app.engine.search.finished import Finished
from desktop_app.errors import DataError

Holds = Callable[[Predictor], bool]
# Of a workbook for each column: to read it, to say what is wrong with it, and one feature.
FEWEST_FORMULAS = 4


def anything(predictor: Predictor) -> bool:  # noqa: ARG001 - as every form is asked
    """Say yes: nobody named a form."""
    return True


def check_any(question: Question, holds: Holds) -> None:
    """Raise DataError where there are so many columns that no kind would be held, or not even a guess."""
    material = question.material
    room, needed = material.effort.room, FEWEST_FORMULAS * len(question.features)
    model = learn_model(material, np.arange(len(material.cells)), ())
    if (room and needed > room.formulas) or not holds(predictor_of(question, model, None)):
        raise _too_wide(question)


def concluded_within(
    holds: Holds,
    question: Question,
    finished: Sequence[Finished],
    conclude: Callable[[Sequence[Finished]], Outcome],
) -> Outcome:
    """Return what a search comes to with those kinds only of which a model is made that is held.

    Of a model that is not, the kind that counts most is given up, in the tests as in what is delivered.
    Raises DataError where none is left.
    """
    while True:
        outcome = conclude(finished)
        recipe = outcome.choice.recipe
        if not recipe or holds(predictor_of(question, outcome.model, outcome.intervals)):
            return outcome
        given_up = max(recipe, key=lambda part: part.weight).kind
        finished = [one for one in finished if one.facts.kind != given_up]
        if not any(one.answers for one in finished):
            raise _too_wide(question)


def _too_wide(question: Question) -> DataError:
    return DataError("plan.form_too_wide", columns=len(question.features))


def predictor_of(question: Question, model: Model, intervals: Intervals | None) -> Predictor:
    """Return what answers with a model."""
    material = question.material
    return Predictor(
        layout=material.cells.layout, classes=material.target.classes, model=model, intervals=intervals
    )
