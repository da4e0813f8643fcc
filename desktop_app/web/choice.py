"""What the person chose to predict, as the form says it, and the plan that it stands for."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from werkzeug.datastructures import MultiDict

from desktop_app.engine.roles import are_codes, assign_roles
from desktop_app.errors import AppError
from desktop_app.records.plans import BUDGETS, Task, TrainingPlan
from desktop_app.records.record import dataclass
from desktop_app.records.tables import MOST_COLUMNS, Table
from desktop_app.reports.notice_words import text_of
from desktop_app.web.amounts import place_in
from desktop_app.web.mistakes import Worse, class_costs, read_worse, worse_of
from desktop_app.web.sheet import column_positions

TASKS: dict[str, Task] = {"classification": "classification", "regression": "regression"}
GROUP, TIME, ANY_ROW = "group-", "time-", "any"  # an answer; behind the first two stands a column
EFFORTS = dict(zip(("quick", "normal", "thorough"), BUDGETS, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What the form says: columns by their position, because a name may hold anything."""

    target: int | None = None
    exclude: frozenset[int] = frozenset()
    include: frozenset[int] = frozenset()
    task: str = "auto"
    effort: str = "quick"
    part: int = 0
    find: str = ""
    is_open: bool = False  # the list of columns
    group: int | None = None  # its rows stay together when it is tested
    time: int | None = None  # it is tested on the latest rows
    any_row: bool = False  # neither, as was answered
    worse: Worse = Worse()  # of two mistakes
    each: int | None = None  # each of its values gets a model of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class LostTarget:
    """A column that was to be predicted and is gone: what is said of it, and how it comes back."""

    sentence: str
    position: int | None = None  # None where it cannot be brought back


def read_choice(form: MultiDict[str, str], table: Table) -> Choice:
    """Return the choice that a form makes, the ticks of the shown columns worked in."""
    choice = Choice(
        target=form.get("target", type=int),
        exclude=_positions(form, "exclude"),
        include=_positions(form, "include"),
        task=form["task"] if form.get("task") in TASKS else "auto",
        effort=form["effort"] if form.get("effort") in EFFORTS else "quick",
        part=form.get("go", form.get("part", 0, type=int), type=int),
        find=form.get("find", ""),
        is_open="open" in form,
        group=_behind(form.get("apart", ""), GROUP),
        time=_behind(form.get("apart", ""), TIME),
        any_row=form.get("apart") == ANY_ROW,
        worse=read_worse(form),
        each=form.get("each", type=int),
    )
    shown, ticked = _positions(form, "shown"), _positions(form, "use") | _positions(form, "use_also")
    if form.get("was") != form.get("target"):
        choice = replace(choice, task="auto", worse=Worse())  # they were for another question
        shown = frozenset()
    return _with_ticks(choice, table, shown | _positions(form, "use_also"), ticked)


def plan_of(choice: Choice, table: Table) -> TrainingPlan:
    """Return the plan that a choice stands for."""
    columns = column_positions(table.columns)
    target = columns.get(-1 if choice.target is None else choice.target)

    def beside(position: int | None) -> str:
        return columns[position].name if position in columns and position != choice.target else ""

    return TrainingPlan(
        target=target.name if target else "",
        task=TASKS.get(choice.task, "auto") if target and are_codes(target) else "auto",
        exclude=tuple(columns[at].name for at in sorted(choice.exclude) if at in columns),
        include=tuple(columns[at].name for at in sorted(choice.include) if at in columns),
        budget=EFFORTS[choice.effort],
        group=beside(choice.group),
        time=beside(choice.time),
        any_row=choice.any_row,
        costs=class_costs(choice.worse, target) if choice.task != "regression" else None,
        each=beside(choice.each),
    )


def remembering(plan: TrainingPlan, before: TrainingPlan | None, table: Table) -> TrainingPlan:
    """Return a plan with the columns of which it was said before that they are known in time.

    That holds for one question only: what is known when one thing is asked may not be when another is.
    """
    earlier = plan_now(before, table) if before else plan
    return replace(plan, known=earlier.known) if earlier.target == plan.target else plan


def kept_plan(plan: TrainingPlan, table: Table) -> TrainingPlan:
    """Return a plan as it is kept with its table: by what the file calls columns, which no step changes."""
    return _renamed(plan, {column.name: column.in_file for column in table.columns})


def plan_now(plan: TrainingPlan, table: Table) -> TrainingPlan:
    """Return the plan of an earlier training with the names that its columns have now."""
    there = {column.name for column in table.columns}
    names = {column.in_file: column.name for column in table.columns if column.in_file not in there}
    return _renamed(plan, names)


def _renamed(plan: TrainingPlan, names: Mapping[str, str]) -> TrainingPlan:
    def now(columns: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(names.get(name, name) for name in columns)

    return replace(
        plan,
        target=names.get(plan.target, plan.target),
        exclude=now(plan.exclude),
        include=now(plan.include),
        known=now(plan.known),
        group=names.get(plan.group, plan.group),
        time=names.get(plan.time, plan.time),
        each=names.get(plan.each, plan.each),
    )


def choice_of(plan: TrainingPlan | None, table: Table) -> Choice:
    """Return the choice that a kept plan stands for, where its columns are there."""
    if plan is None:
        return Choice()
    places = {column.in_file: column.position for column in table.columns}
    return Choice(
        target=places.get(plan.target),
        exclude=frozenset(places[name] for name in plan.exclude if name in places),
        include=frozenset(places[name] for name in plan.include if name in places),
        task=plan.task,
        effort=next((name for name, seconds in EFFORTS.items() if seconds == plan.budget), "quick"),
        group=places.get(plan.group),
        time=places.get(plan.time),
        any_row=plan.any_row,
        worse=worse_of(plan.costs),
        each=places.get(plan.each),
    )


def lost_target(plan: TrainingPlan | None, table: Table) -> LostTarget | None:
    """Return the column that was to be predicted and is not in the table any more, if there is one."""
    if plan is None or not plan.target or any(column.in_file == plan.target for column in table.columns):
        return None
    left_out = next((column for column in table.columns_out if column.in_file == plan.target), None)
    if left_out is None:
        return LostTarget(sentence=text_of("plan.target_gone", {"target": plan.target}))
    words = text_of("plan.target_left_out", {"target": left_out.name})
    return LostTarget(sentence=words, position=left_out.position)


def _behind(answer: str, beginning: str) -> int | None:
    """Return the column that stands behind the beginning of an answer."""
    return place_in(answer.removeprefix(beginning), MOST_COLUMNS) if answer.startswith(beginning) else None


def _positions(form: MultiDict[str, str], field: str) -> frozenset[int]:
    return frozenset(form.getlist(field, type=int))


def _with_ticks(choice: Choice, table: Table, shown: Iterable[int], ticked: frozenset[int]) -> Choice:
    """Return the choice after the ticks: what the program would do anyway is not written down."""
    wanted = frozenset(shown)
    plain = replace(choice, exclude=choice.exclude - wanted, include=choice.include - wanted)
    by_itself = _left_out_by_itself(plain, table)
    return replace(
        plain,
        exclude=plain.exclude | (wanted - ticked - by_itself),
        include=plain.include | (wanted & ticked & by_itself),
    )


def _left_out_by_itself(choice: Choice, table: Table) -> frozenset[int]:
    try:
        roles = assign_roles(table, plan_of(replace(choice, exclude=frozenset(), include=frozenset()), table))
    except AppError:
        return frozenset()
    names = {one.column for one in roles.left_out}
    return frozenset(column.position for column in table.columns if column.name in names)
