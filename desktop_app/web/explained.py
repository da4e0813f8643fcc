"""What a model does with its columns, as the Results page shows it: found, on its way, or to be asked for."""

import threading
from typing import Literal

from desktop_app.errors import NotFoundError
from desktop_app.records.explained import Explained
from desktop_app.records.jobs import Job
from desktop_app.records.record import dataclass
from desktop_app.records.results import Evaluation
from desktop_app.records.stored import StoredTraining
from desktop_app.reports.effect_words import together_text
from desktop_app.reports.pictures.effects import effect_picture
from desktop_app.reports.pictures.pairs import pair_picture
from desktop_app.reports.pictures.picture import Picture
from desktop_app.web.context import context
from desktop_app.web.orders import order_explanation
from desktop_app.web.watching import Watch, last_job, watch

JOURNEY = "explain"

Phase = Literal["found", "running", "failed", "open", "gone"]

_starting = threading.Lock()  # two pages of one training may ask at the same time


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """One column and its picture."""

    column: str
    place: int  # among all that were looked into
    picture: Picture | None  # None until somebody opens it: a page of many columns would be slow to come


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """How far it is, and what was found."""

    phase: Phase
    starts_itself: bool = False  # nobody asked for it yet, stopped it, or saw it fail
    watch: Watch | None = None
    curves: tuple[Curve, ...] = ()  # of the columns that matter most first
    others: tuple[Curve, ...] = ()  # of those that it makes no measurable use of
    together: tuple[str, ...] = ()
    pairs: tuple[Picture, ...] = ()


def looked_into(training: StoredTraining, asked: int | None = None) -> Looked | None:
    """Return what the page tells of a training; None where its model is not worth looking into.

    None either of one that was made elsewhere: there are no rows that it learned from.

    One curve is drawn: the *asked* one, or else that of the column that matters most.
    """
    evaluation = training.evaluation
    if evaluation is None:
        return None
    if training.explained:
        return _found(training.explained, evaluation, asked)
    if evaluation.verdict.level == "guessing" or evaluation.is_brought:
        return None
    return _on_its_way(training, last_job(training.id, JOURNEY))


def curve_of(training: StoredTraining, place: int) -> Picture:
    """Return the picture of one column; raises NotFoundError where there is none."""
    explained, evaluation = training.explained, training.evaluation
    if explained is None or evaluation is None or place >= len(explained.effects):
        raise NotFoundError("error.not_found")
    return _picture(explained, evaluation, place)


def start_looking(training_id: str) -> None:
    """Have a model looked into, unless that is done or on its way."""
    with _starting:
        training = context().workspace.trainings.get(training_id)
        looked = looked_into(training)
        if looked and looked.phase in ("open", "failed"):
            order_explanation(training)


def _on_its_way(training: StoredTraining, job: Job | None) -> Looked:
    if job and not job.is_over:
        return Looked(phase="running", watch=watch(job))
    if not context().workspace.rows_of(training):
        return Looked(phase="gone")
    if job and job.problem:
        return Looked(phase="failed", watch=watch(job))
    return Looked(phase="open", starts_itself=job is None)


def _found(explained: Explained, evaluation: Evaluation, asked: int | None) -> Looked:
    losses = {item.column: item for item in evaluation.importances}
    names = [effect.column for effect in explained.effects]
    order = sorted(range(len(names)), key=lambda at: -losses[names[at]].loss if names[at] in losses else 0.0)
    unused = {column for column, item in losses.items() if item.low <= 0}
    used = [place for place in order if names[place] not in unused]
    drawn = asked if asked in order else next(iter(used or order), None)

    def curves(places: list[int]) -> tuple[Curve, ...]:
        return tuple(
            Curve(
                column=names[place],
                place=place,
                picture=_picture(explained, evaluation, place) if place == drawn else None,
            )
            for place in places
        )

    return Looked(
        phase="found",
        curves=curves(used or order),
        others=curves([place for place in order if place not in used]) if used else (),
        together=tuple(together_text(one, evaluation) for one in explained.together),
        pairs=tuple(
            pair_picture(pair, place, explained, evaluation)
            for place, pair in enumerate(explained.interactions)
        ),
    )


def _picture(explained: Explained, evaluation: Evaluation, place: int) -> Picture:
    return effect_picture(explained.effects[place], place, explained, evaluation)
