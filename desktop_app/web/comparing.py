"""The models of one table side by side: what differs between them, and which of two is better."""

from collections.abc import Sequence
from pathlib import Path

from flask import url_for

from desktop_app.errors import AppError, DataError, NotFoundError
from desktop_app.language import say
from desktop_app.records.comparing import Compared, Comparison
from desktop_app.records.jobs import Job
from desktop_app.records.jsonable import from_json
from desktop_app.records.notices import Notice
from desktop_app.records.record import dataclass
from desktop_app.records.stored import StoredTable, StoredTraining
from desktop_app.reports.compare_words import compared_texts, score_text
from desktop_app.reports.deciding import USUAL
from desktop_app.reports.notice_words import notice_text, text_of
from desktop_app.reports.plan_changes import other_changes
from desktop_app.reports.verdict_words import TONES, verdict_words
from desktop_app.web.context import context
from desktop_app.web.recent import when
from desktop_app.web.watching import Watch, doing

JOURNEY = "compare_trainings"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One model in the list."""

    id: str
    name: str
    label: str  # its name and when it was learned, for a list to choose from
    address: str
    moment: str
    badge: str
    tone: str
    score: str
    tested: str
    differences: tuple[str, ...]  # from the one before


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparingPage:
    """All that the page shows."""

    listed: tuple[Listed, ...]  # the newest first
    first: str  # ids of the two that are chosen
    second: str
    watch: Watch | None
    problem: AppError | None
    said: tuple[str, ...]

    @property
    def can_compare(self) -> bool:
        """Whether there are two to choose."""
        return len(self.listed) > 1


def comparing_page(stored: StoredTable, first: str, second: str) -> ComparingPage:
    """Return what the page shows of a table, and of two of its models: those that are named, or else two."""
    learned = [one for one in context().workspace.trainings.of_table(stored.id) if one.evaluation]
    pair = _pair(learned, first, second)
    job = _last_job(*pair) if pair else None
    watched = doing(job)
    lacking = why_not(*pair) if pair else None
    is_done = job is not None and job.state == "finished"
    return ComparingPage(
        listed=tuple(_listed(one, learned[place + 1 :], stored) for place, one in enumerate(learned)),
        first=pair[0].id if pair else "",
        second=pair[1].id if pair else "",
        watch=watched if watched and not watched.is_over else None,
        problem=lacking or (watched.problem if watched else None),
        said=_said(job, *pair) if pair and job and is_done and lacking is None else (),
    )


def why_not(first: StoredTraining, second: StoredTraining) -> AppError | None:
    """Return why two models cannot be compared, if that is so."""
    ours, theirs = first.evaluation, second.evaluation
    if ours is None or theirs is None or first.id == second.id:
        return DataError("compare.not_two")
    asked = [(one.target, one.task, one.classes) for one in (ours, theirs)]
    if asked[0] != asked[1]:
        return DataError("compare.not_alike")
    is_kept = all(Path(one.tested).is_file() for one in (first, second))
    return None if is_kept else DataError("tested.none")


def job_of(table_id: str, job_id: str) -> Job:
    """Return a comparison of two models of a table; raises NotFoundError where it is something else."""
    job = context().workspace.jobs.get(job_id)
    if job.journey != JOURNEY or context().workspace.trainings.get(job.subject).table_id != table_id:
        raise NotFoundError("error.not_found")
    return job


def comparisons_of(training: StoredTraining) -> tuple[Compared, ...]:
    """Return the last comparison of a model with each other one that is still there, the newest first."""
    known = {one.id: one for one in context().workspace.trainings.of_table(training.table_id)}
    found: dict[str, Compared] = {}
    for job in context().workspace.jobs.list(JOURNEY):
        pair = (job.subject, str(job.params.get("second_id", "")))
        if job.state == "finished" and training.id in pair:
            place = pair.index(training.id)
            if other := known.get(pair[1 - place]):
                found.setdefault(other.id, _compared(job, training, other, place))
    return tuple(found.values())


def _compared(job: Job, training: StoredTraining, other: StoredTraining, place: int) -> Compared:
    first, second = (other, training) if place else (training, other)
    assert first.evaluation, "only what has learned is compared"  # noqa: S101 - for the type checker
    return Compared(
        comparison=from_json(Comparison, job.result),
        names=_names(first, second),
        place=place,
        evaluation=first.evaluation,
        differences=_otherwise(other, training),
    )


def _pair(
    learned: Sequence[StoredTraining], first: str, second: str
) -> tuple[StoredTraining, StoredTraining] | None:
    """Return the two that are named, or else the newest and the best of those before it."""
    if len(learned) < 2:
        return None
    named = {one.id: one for one in learned}
    ours = named.get(first, learned[0])
    others = [one for one in learned if one.id != ours.id]
    alike = [one for one in others if why_not(ours, one) is None]
    best = max(alike or others, key=lambda one: one.evaluation.skill.value if one.evaluation else 0.0)
    return ours, named.get(second, best)


def _last_job(first: StoredTraining, second: StoredTraining) -> Job | None:
    jobs = context().workspace.jobs.list(JOURNEY, first.id)
    return next((job for job in jobs if job.params.get("second_id") == second.id), None)


def _said(job: Job, first: StoredTraining, second: StoredTraining) -> tuple[str, ...]:
    if first.evaluation is None:
        return ()
    names = _names(first, second)
    said = compared_texts(from_json(Comparison, job.result), names, first.evaluation)
    is_moved = any(one.decision and one.decision.chance != USUAL for one in (first, second))
    return (*said, text_of("compare.counted_usual")) if is_moved else said


def _names(first: StoredTraining, second: StoredTraining) -> tuple[str, str]:
    """Return what two models are called, with when they were learned where they have one name."""
    if first.name != second.name:
        return first.name, second.name
    return _label(first), _label(second)


def _label(training: StoredTraining) -> str:
    return say("{name}, {moment}", {"name": training.name, "moment": when(training.created)})


def _listed(training: StoredTraining, before: Sequence[StoredTraining], stored: StoredTable) -> Listed:
    evaluation = training.evaluation
    assert evaluation is not None, "only what has learned is listed"  # noqa: S101 - for the type checker
    words = verdict_words(evaluation)
    return Listed(
        id=training.id,
        name=training.name,
        label=_label(training),
        address=url_for("results.of_training", training_id=training.id),
        moment=when(training.created),
        badge=words.badge,
        tone=TONES[words.level],
        score=score_text(evaluation),
        tested=words.extras[-1] if words.extras else "",
        differences=_differences(training, before[0] if before else None, stored),
    )


def _differences(
    training: StoredTraining, before: StoredTraining | None, stored: StoredTable
) -> tuple[str, ...]:
    """Return what was otherwise than for the model before, in words."""
    reading = [] if training.reading == stored.reading else [text_of("compare.other_reading")]
    if before is None:
        return (text_of("compare.first"), *reading)
    if training.plan.target != before.plan.target:
        return (text_of("compare.other_target"), *reading)
    told = [notice_text(notice) for notice in _otherwise(training, before)]
    return (*(told or [text_of("compare.nothing")]), *reading)


def _otherwise(training: StoredTraining, other: StoredTraining) -> tuple[Notice, ...]:
    """Return what was otherwise for a training than for another one of its question."""
    ours, theirs = (one.evaluation.features if one.evaluation else () for one in (training, other))
    columns = {
        "compare.columns_in": [name for name in ours if name not in theirs],
        "compare.columns_out": [name for name in theirs if name not in ours],
    }
    used = [Notice(code=code, values={"columns": names}) for code, names in columns.items() if names]
    return (*used, *other_changes(other.plan, training.plan))
