"""Is it fair? How the answers of a model come out for groups of rows, as its page shows it."""

from itertools import zip_longest
from pathlib import Path

from desktop_app.errors import AppError, DataError, UsageError
from desktop_app.language import say
from desktop_app.records.decisions import Decision
from desktop_app.records.groups import ComparedGroups
from desktop_app.records.jsonable import from_json
from desktop_app.records.record import dataclass
from desktop_app.records.results import Evaluation
from desktop_app.records.stored import StoredTable, StoredTraining
from desktop_app.records.tables import Column
from desktop_app.reports.answers_meant import yes_and_no
from desktop_app.reports.decision_words import counted_text, since_text
from desktop_app.reports.group_table import GroupTable, group_table
from desktop_app.reports.group_words import (
    GroupWords,
    main_measure,
    told_gaps,
    told_others,
    told_stand_ins,
)
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.pictures.groups import groups_picture
from desktop_app.reports.pictures.picture import Picture
from desktop_app.web.context import context
from desktop_app.web.rail import table_of
from desktop_app.web.watching import Watch, doing, last_job

JOURNEY = "compare_groups"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is said of what tells the group, and the column that can be left out for it, if it is one."""

    text: str
    column: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What came of comparing the groups of one column."""

    title: str
    gaps: tuple[str, ...]
    picture: Picture | None
    table: GroupTable
    others: str
    stand_ins: tuple[Told, ...]
    limit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One entry of a list to choose from."""

    value: str
    text: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupsPage:
    """All that the page shows."""

    columns: tuple[Choice, ...]
    kinds: tuple[Choice, ...]  # of which one is looked for; none for a number
    watch: Watch | None  # a comparison on its way
    problem: AppError | None  # why nothing can be compared, or the last one was not
    shown: Shown | None
    counted: tuple[str, ...]  # by which decision the figures were counted, and what was decided since

    @property
    def can_compare(self) -> bool:
        """Whether there is anything to choose."""
        return bool(self.columns)


def groups_page(training: StoredTraining, evaluation: Evaluation) -> GroupsPage:
    """Return what the page shows of a training that has learned."""
    stored, watched = table_of(training), doing(last_job(training.id, JOURNEY))
    compared, then = groups_found(training.id)
    lacking = _lacking(training, stored)
    return GroupsPage(
        columns=() if lacking or stored is None else _columns(stored, training, compared),
        kinds=_kinds(evaluation, compared),
        watch=watched if watched and not watched.is_over else None,
        problem=lacking or (watched.problem if watched else None),
        shown=_shown(compared, evaluation) if compared else None,
        counted=_counted(training.decision, then) if compared else (),
    )


def groups_found(training_id: str) -> tuple[ComparedGroups | None, Decision | None]:
    """Return what was found when groups were compared last, and what was decided for the model then."""
    jobs = context().workspace.jobs.list(JOURNEY, training_id)
    done = next((job for job in jobs if job.state == "finished"), None)
    if done is None:
        return None, None
    kept = done.params.get("decision")
    return from_json(ComparedGroups, done.result), from_json(Decision, kept) if kept else None


def read_column(training: StoredTraining, position: str) -> Column:
    """Return the column that a form names; raises UsageError where it names none."""
    stored = table_of(training)
    columns = _possible(stored, training) if stored else []
    found = next((column for column in columns if str(column.position) == position), None)
    if found is None:
        raise UsageError("error.not_understood")
    return found


def read_kind(evaluation: Evaluation, value: str) -> str:
    """Return the kind that a form looks for, or else the one that the verdict does; nothing for a number."""
    if value in evaluation.classes:
        return value
    return yes_and_no(evaluation)[0] if evaluation.classes else ""


def _lacking(training: StoredTraining, stored: StoredTable | None) -> AppError | None:
    """Return why nothing can be compared, if that is so."""
    if stored is None:
        return DataError("groups.no_table")
    return None if Path(training.tested).is_file() else DataError("tested.none")


def _possible(stored: StoredTable, training: StoredTraining) -> list[Column]:
    """Return the columns by which rows can be grouped, also those that are left out; not what it predicts."""
    return [column for column in stored.table.all_columns if column.name != training.plan.target]


def _columns(
    stored: StoredTable, training: StoredTraining, compared: ComparedGroups | None
) -> tuple[Choice, ...]:
    possible = _possible(stored, training)
    # Columns of few values come to mind first; which of them are about people, only a person knows.
    likely = next((one.name for one in possible if one.type in ("category", "yes/no")), "")
    chosen = compared.column if compared else likely
    return tuple(
        Choice(value=str(one.position), text=one.name, is_chosen=one.name == chosen) for one in possible
    )


def _kinds(evaluation: Evaluation, compared: ComparedGroups | None) -> tuple[Choice, ...]:
    chosen = read_kind(evaluation, compared.value if compared else "")
    return tuple(Choice(value=kind, text=kind, is_chosen=kind == chosen) for kind in evaluation.classes)


def _counted(now: Decision | None, then: Decision | None) -> tuple[str, ...]:
    return tuple(filter(None, (counted_text(now, then), since_text(now, then))))


def _shown(compared: ComparedGroups, evaluation: Evaluation) -> Shown:
    words = GroupWords(compared=compared, evaluation=evaluation)
    drawn = main_measure(compared)
    return Shown(
        title=say('Groups by "{column}"', {"column": compared.column}),
        gaps=told_gaps(words),
        picture=groups_picture(words, drawn) if drawn else None,
        table=group_table(words),
        others=told_others(compared),
        stand_ins=_stand_ins(compared),
        limit=text_of("groups.limit"),
    )


def _stand_ins(compared: ComparedGroups) -> tuple[Told, ...]:
    columns = [one.column for one in compared.stand_ins]
    told = zip_longest(told_stand_ins(compared), ["", *columns], fillvalue="")
    return tuple(Told(text=text, column=column) for text, column in told)
