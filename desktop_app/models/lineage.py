"""A model that was learned again with new rows, compared with the one before it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.evaluation.measures import Measure
from desktop_app.engine.evaluation.pairing import difference, in_common, of_rows
from desktop_app.engine.evaluation.unseen import Unseen
from desktop_app.engine.target import outcome_of
from desktop_app.engine.training import Trained
from desktop_app.errors import ModelError
from desktop_app.models.admission import admitted
from desktop_app.models.batches import read_batches
from desktop_app.models.opening import OpenedModel, open_admitted
from desktop_app.models.sound_lineage import is_lineage_sound
from desktop_app.records.lineage import FEWEST_COMPARED, Again, Against, Lineage
from desktop_app.records.trust import Trust
from desktop_app.tables.names import clean_name
from desktop_app.tables.stored.joining import Rows


def with_lineage(
    trained: Trained, again: Again, rows: Rows, numbers: Ints | None, trust: Trust | None
) -> Trained:
    """Return what was learned from a table, with the model before it and how both compare.

    *numbers* (rows read,) are those of the rows in the table that were learned from; None: all of them.
    Raises ModelError where the model before is not sound, or not whole any more.
    """
    found = admitted(Path(again.model), trust)
    before = open_admitted(found)
    lineage = Lineage(
        content=found.package.manifest.content,
        name=clean_name(again.name) or "?",
        created=before.card.created,
        rows_then=before.card.evaluation.rows,
        rows_new=max(0, rows.table.rows - again.first),
        joined=again.joined,
        is_known=again.is_known,
        against=_against(trained, before, again.first, rows, numbers),
    )
    evaluation = replace(trained.evaluation, lineage=lineage)
    if not is_lineage_sound(evaluation):  # the file of a stranger may say anything of its day
        raise ModelError("model.unsound", model=found.package.name)
    return replace(trained, evaluation=evaluation)


def _against(
    trained: Trained, before: OpenedModel, first: int, rows: Rows, numbers: Ints | None
) -> Against | None:
    """Return how both do on rows from *first* on that tested the new model.

    The model before never saw them: rows that its own table has stand in front of *first*. The new one did
    not see them either when it gave these answers: each is that of a model that was learned without the row,
    and chosen without it. None where the two do not answer the same question.
    """
    told, schema = trained.evaluation, before.card.schema
    if trained.tested is None or (told.task, told.target) != (schema.task, schema.target):
        return None
    tested = trained.tested
    if numbers is not None:
        tested = replace(tested, rows=numbers[tested.rows])
    tested = of_rows(tested, np.unique(tested.rows[tested.rows >= first]))
    count = len(np.unique(tested.rows))
    if count < FEWEST_COMPARED:
        return Against(rows=count, problem="few")
    classes = (*told.classes, *_others(schema.classes, told.classes))
    ours, theirs = in_common(
        replace(tested, answers=_widened(tested.answers, classes)), _answered(tested, before, rows, classes)
    )
    rare = classes.index(told.rare.value) if told.rare else -1
    found = difference(ours, theirs, Measure(metric=told.score.metric, rare=rare), before.card.plan.seed)
    if not np.isfinite([found.first, found.second, found.low, found.high]).all():
        return Against(rows=count, problem="few")  # none of them is of the class that is looked for
    return Against(
        rows=count,
        now=found.first,
        before=found.second,
        low=found.low,
        high=found.high,
        k=int(np.count_nonzero(ours.values == rare)) // ours.repeats if rare >= 0 else 0,
    )


def _others(before: Sequence[str], now: tuple[str, ...]) -> list[str]:
    """Return the classes of the model before that the new one does not know: to answer them is wrong."""
    return [name for name in before if outcome_of(name, now) not in now]


def _widened(answers: Floats, classes: Sequence[str]) -> Floats:
    """Return answers (tests, classes) with a chance of 0 for each class that is unknown to the model."""
    missing = len(classes) - answers.shape[1] if classes else 0
    return np.pad(answers, ((0, 0), (0, missing)))


def _answered(tested: Unseen, before: OpenedModel, rows: Rows, classes: tuple[str, ...]) -> Unseen:
    """Return what the model before says of the rows that were tested, each of them once."""
    numbers, firsts = np.unique(tested.rows, return_index=True)
    answers = np.zeros((len(numbers), max(1, len(classes))))
    behind_first = range(int(numbers[0]), rows.table.rows)
    for batch in read_batches(rows.folder, rows.table, before.card.schema.features, behind_first):
        start, end = np.searchsorted(numbers, [batch.start, batch.start + len(batch.frame)])
        if start < end:
            some = batch.frame.iloc[numbers[start:end] - batch.start].reset_index(drop=True)
            found = before.predictor.answer(some)
            if found.probabilities is None:
                answers[start:end, 0] = found.amounts
            else:
                places = [classes.index(outcome_of(name, classes)) for name in before.predictor.classes]
                answers[start:end, places] = found.probabilities
    return replace(
        tested,
        rows=numbers,
        values=tested.values[firsts],
        answers=answers,
        guesses=tested.guesses[firsts],
        clusters=tested.clusters[firsts],
        repeats=1,
    )
