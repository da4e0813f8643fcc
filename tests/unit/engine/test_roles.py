"""Which columns answer a question, and how each is read."""

from dataclasses import replace
from typing import Any

import pytest

from desktop_app.engine.roles import assign_roles, reading, target_notices
from desktop_app.errors import DataError
from desktop_app.records.plans import LeftOut, TrainingPlan
from desktop_app.records.tables import Bar, Column, ColumnType, Recipe, Table

ROWS = 100


def column(name: str, type_: ColumnType = "number", **facts: Any) -> Column:
    made = Column(name=name, type=type_, position=0, missing=0, distinct=60)
    return replace(made, **facts)


def bars(**counts: int) -> tuple[Bar, ...]:
    return tuple(Bar(label=label, count=count) for label, count in counts.items())


YES_NO = column("left", "yes/no", distinct=2, top_values=bars(no=60, yes=40))


def table(*columns: Column, rows: int = ROWS) -> Table:
    return Table(name="t.csv", rows=rows, columns=columns, recipe=Recipe(format="csv"))


def refused(made: Table, plan: TrainingPlan) -> DataError:
    with pytest.raises(DataError) as caught:
        assign_roles(made, plan)
    return caught.value


def left_out(made: Column, **plan: Any) -> LeftOut | None:
    roles = assign_roles(table(column("age"), made, YES_NO), TrainingPlan(target="left", **plan))
    return next(iter(roles.left_out), None)


@pytest.mark.parametrize(
    ("target", "task"),
    [
        (column("y"), "regression"),
        (column("y", distinct=10, whole=True), "classification"),
        (column("y", distinct=11, whole=True), "regression"),
        (column("y", distinct=10, whole=False), "regression"),
        (column("y", distinct=2, whole=False), "classification"),
        (column("y", "category", distinct=5), "classification"),
        (column("y", "yes/no", distinct=2), "classification"),
    ],
)
def test_amounts_are_a_number_and_few_whole_numbers_are_kinds(target: Column, task: str) -> None:
    assert assign_roles(table(column("age"), target), TrainingPlan(target="y")).task == task


def test_the_person_may_ask_otherwise() -> None:
    stars = table(column("age"), column("stars", distinct=5, whole=True))

    roles = assign_roles(stars, TrainingPlan(target="stars", task="regression"))

    assert roles.task == "regression"


def test_numerals_among_words_can_be_asked_as_a_number_and_words_cannot() -> None:
    numerals = column("y", "category", distinct=2, top_values=(Bar(label="1.5", count=60),) * 2)

    roles = assign_roles(table(column("age"), numerals), TrainingPlan(target="y", task="regression"))
    error = refused(table(column("age"), YES_NO), TrainingPlan(target="left", task="regression"))

    assert roles.task == "regression"
    assert error.code == "plan.not_number"


def test_numbers_that_were_taken_for_kinds_are_told_in_their_order() -> None:
    stars = column("stars", distinct=3, whole=True, top_values=bars(**{"10": 50, "2": 30, "1": 20}))

    (notice,) = target_notices(table(column("age"), stars), TrainingPlan(target="stars"))

    assert notice.code == "predict.codes"
    assert notice.values["values"] == ["1", "2", "10"]


def test_where_the_person_chose_or_two_values_leave_no_choice_nothing_is_told() -> None:
    stars = table(column("age"), column("stars", distinct=3, whole=True))
    two = table(column("age"), column("stars", distinct=2, whole=True))

    assert target_notices(stars, TrainingPlan(target="stars", task="classification")) == ()
    assert target_notices(two, TrainingPlan(target="stars")) == ()


def test_a_column_that_is_not_there_brings_up_the_nearest() -> None:
    error = refused(table(column("age"), YES_NO), TrainingPlan(target="lft"))

    assert error.code == "plan.target_unknown"
    assert error.values["suggestion"] == "left"


@pytest.mark.parametrize("rows", [19, 20])
def test_twenty_rows_with_a_target_are_the_fewest(rows: int) -> None:
    target = column("y", missing=ROWS - rows, distinct=rows)
    made, plan = table(column("age"), target), TrainingPlan(target="y", task="regression")

    if rows == 19:
        assert refused(made, plan).values == {"rows": 19}
    else:
        assert assign_roles(made, plan).features == {"age": "number"}


def test_a_column_of_one_value_is_nothing_to_tell_apart() -> None:
    target = column("y", "category", distinct=1, top_values=bars(no=100))

    error = refused(table(column("age"), target), TrainingPlan(target="y"))

    assert error.code == "plan.one_value"
    assert error.values["value"] == "no"


@pytest.mark.parametrize(("rows", "distinct"), [(1000, 101), (100, 60), (100, 51)])
def test_too_many_kinds_for_the_rows_are_refused(rows: int, distinct: int) -> None:
    target = column("y", "category", distinct=distinct)

    error = refused(table(column("age"), target, rows=rows), TrainingPlan(target="y"))

    assert error.code == "plan.many_kinds"
    assert error.values["count"] == distinct


def test_how_many_kinds_appear_once_is_counted() -> None:
    target = column("y", "category", distinct=90, top_values=bars(a=11, b=1, c=1))

    error = refused(table(column("age"), target), TrainingPlan(target="y"))

    assert error.values["single"] == 89


@pytest.mark.parametrize(
    ("made", "reason", "count"),
    [
        (column("x", "id", distinct=100), "id", 100),
        (column("x", distinct=1), "constant", 100),
        (column("x", distinct=1, missing=5), "constant", 95),
        (column("x", distinct=0, missing=100), "empty", 100),
        (column("x", distinct=4, missing=96), "empty", 96),
    ],
)
def test_a_column_that_cannot_help_is_left_out_with_its_reason(made: Column, reason: Any, count: int) -> None:
    assert left_out(made) == LeftOut(column="x", reason=reason, count=count)


def test_one_value_or_none_may_say_something() -> None:
    assert left_out(column("x", distinct=1, missing=50)) is None


def test_beyond_twenty_columns_of_text_the_rest_is_left_out() -> None:
    texts = [column(f"t{place}", "text") for place in range(22)]

    roles = assign_roles(table(*texts, YES_NO), TrainingPlan(target="left"))

    assert len(roles.features) == 20
    assert [item.column for item in roles.left_out] == ["t20", "t21"]


def test_the_person_can_leave_a_column_out_and_take_one_back() -> None:
    unique = column("x", "id", distinct=100)

    assert left_out(column("x"), exclude=("x",)) == LeftOut(column="x", reason="asked")
    assert left_out(unique, include=("x",)) is None
    assert left_out(unique, include=("x",), exclude=("x",)) == LeftOut(column="x", reason="asked")


@pytest.mark.parametrize(
    ("made", "role"),
    [
        (column("x"), "number"),
        (column("x", "date"), "date"),
        (column("x", "text"), "text"),
        (column("x", "yes/no"), "category"),
        (column("x", "id", minimum=1.0), "number"),
        (column("x", "id"), "category"),
    ],
)
def test_each_type_is_read_in_its_own_way(made: Column, role: str) -> None:
    roles = assign_roles(table(made, YES_NO), TrainingPlan(target="left", include=("x",)))

    assert roles.features == {"x": role}


def test_where_every_column_is_left_out_each_reason_is_said() -> None:
    made = table(column("key", "id", distinct=100), column("gone", missing=100, distinct=0), YES_NO)

    error = refused(made, TrainingPlan(target="left"))

    assert error.code == "plan.no_columns"
    assert error.values["columns_and_reasons"] == ["key (different in every row)", "gone (empty)"]


def test_a_target_that_is_alone_is_said() -> None:
    assert refused(table(YES_NO), TrainingPlan(target="left")).code == "plan.only_column"


def test_the_target_is_read_last_as_the_task_needs_it() -> None:
    made = table(column("stars", distinct=5, whole=True), column("joined", "date"))

    asked = [TrainingPlan(target="stars", task=task) for task in ("classification", "regression")]
    found = [reading(assign_roles(made, plan), "stars") for plan in asked]

    assert found == [{"joined": "date", "stars": "category"}, {"joined": "date", "stars": "number"}]
