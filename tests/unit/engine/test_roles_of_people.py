"""What looks like data of people is not learned from, unless somebody wants it."""

from desktop_app.engine.roles import assign_roles
from desktop_app.records.notices import Notice
from desktop_app.records.plans import LeftOut, TrainingPlan
from desktop_app.records.tables import Bar, Column, Recipe, Table

NOTE = Notice(code="find.personal", values={"column": "mail", "what": "mail"}, columns=("mail",))
KINDS = (Bar(label="no", count=60), Bar(label="yes", count=40))
TABLE = Table(
    name="t.csv",
    rows=100,
    columns=(
        Column(name="age", type="number", position=0, missing=0, distinct=60),
        Column(name="mail", type="category", position=1, missing=0, distinct=40, notes=(NOTE,)),
        Column(name="left", type="yes/no", position=2, missing=0, distinct=2, top_values=KINDS),
    ),
    recipe=Recipe(format="csv"),
)


def test_data_of_people_are_left_out_with_their_reason() -> None:
    roles = assign_roles(TABLE, TrainingPlan(target="left"))

    assert roles.left_out == (LeftOut(column="mail", reason="personal"),)
    assert set(roles.features) == {"age"}


def test_data_of_people_are_used_where_that_is_asked_for() -> None:
    roles = assign_roles(TABLE, TrainingPlan(target="left", include=("mail",)))

    assert roles.left_out == ()
    assert set(roles.features) == {"age", "mail"}
