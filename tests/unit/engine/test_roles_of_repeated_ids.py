"""An ID that repeats is not learned from, unless somebody wants it, and can be predicted all the same."""

from desktop_app.engine.roles import assign_roles
from desktop_app.records.notices import Notice
from desktop_app.records.plans import LeftOut, TrainingPlan
from desktop_app.records.tables import Bar, Column, Recipe, Table
from desktop_app.reports.names import column_word, reason_word
from desktop_app.reports.result_words import left_out_text

NOTE = Notice(code="find.repeated_id", values={"column": "customer", "count": 60}, columns=("customer",))
KINDS = (Bar(label="no", count=60), Bar(label="yes", count=40))
CUSTOMER = Column(
    name="customer", type="number", position=1, missing=0, distinct=60, whole=True, notes=(NOTE,)
)
TABLE = Table(
    name="t.csv",
    rows=100,
    columns=(
        Column(name="age", type="number", position=0, missing=0, distinct=60),
        CUSTOMER,
        Column(name="left", type="yes/no", position=2, missing=0, distinct=2, top_values=KINDS),
    ),
    recipe=Recipe(format="csv"),
)


def test_an_id_that_repeats_is_left_out_with_its_reason() -> None:
    roles = assign_roles(TABLE, TrainingPlan(target="left"))

    assert roles.left_out == (LeftOut(column="customer", reason="repeated_id", count=60),)
    assert set(roles.features) == {"age"}
    assert left_out_text(roles.left_out[0], 100) == (
        '"customer" is left out: it is an ID that repeats, 60 different ones in 100 rows.'
    )
    assert reason_word("repeated_id") == "an ID that repeats"


def test_an_id_that_repeats_is_used_where_that_is_asked_for() -> None:
    roles = assign_roles(TABLE, TrainingPlan(target="left", include=("customer",)))

    assert roles.left_out == ()
    assert roles.features == {"age": "number", "customer": "number"}


def test_an_id_that_repeats_is_called_so_at_its_column() -> None:
    assert column_word(CUSTOMER) == "ID, repeats"
    assert column_word(TABLE.columns[0]) == "number"
