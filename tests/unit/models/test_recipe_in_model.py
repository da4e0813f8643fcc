"""The recipe that travels in a model file: what a person decided comes back, and nothing unsound gets in."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.errors import ModelError
from desktop_app.models.card import read_card
from desktop_app.models.opening import open_model
from desktop_app.models.package import read_package
from desktop_app.models.same_way import about_reading, brought_by
from desktop_app.models.saving import save_model
from desktop_app.records.tables import Column, Recipe, RowRule, Table, Wishes
from desktop_app.tables.recipes import wishes_of
from tests.unit.models.fitting_made import CARD
from tests.unit.models.made import TYPES, customers, plan_for, save, table_of, trained
from tests.unit.models.sealing import edited

RULES = (
    RowRule(kind="value", column="plan", value="test"),
    RowRule(kind="value", column="remarks", value="Anna Huber"),
    RowRule(kind="range", column="Alter", start=-1.5),
    RowRule(kind="value", column="plan", value="gold", keep=True),
    RowRule(kind="repeated"),
)
WISHES = Wishes(names={"Alter": "age"}, columns_out=("spare",), rows_out=RULES)


def saved(path: Path, wishes: Wishes, rows_out: tuple[int, ...]) -> None:
    """Save a model that learned from a table on which these steps were taken."""
    frame = customers()
    table = table_of(frame, TYPES)
    table = replace(table, recipe=replace(table.recipe, wishes=wishes), rows_out=rows_out)
    save_model(path, trained(), table, plan_for("left"), frame)


def test_every_step_travels_in_a_model_file(tmp_path: Path) -> None:
    saved(tmp_path / "m.hunch", WISHES, (7, 5, 1, 0, 0))

    assert read_card(tmp_path / "m.hunch").recipe.wishes == WISHES
    assert open_model(tmp_path / "m.hunch").card.recipe.wishes == WISHES
    assert wishes_of(read_card(tmp_path / "m.hunch").recipe) == WISHES


@pytest.mark.parametrize(("names", "form"), [({}, 1), ({"a": "b", "b": "a"}, 2)], ids=["none", "swapped"])
def test_a_program_that_would_take_other_columns_is_told_that_the_file_is_newer(
    tmp_path: Path, names: dict[str, str], form: int
) -> None:
    saved(tmp_path / "m.hunch", replace(WISHES, names=names), (7, 5, 1, 0, 0))

    assert read_package(tmp_path / "m.hunch").manifest.format == form
    assert read_card(tmp_path / "m.hunch").recipe.wishes.names == names


def test_a_value_by_which_few_rows_were_left_out_does_not(tmp_path: Path) -> None:
    saved(tmp_path / "m.hunch", WISHES, (7, 4, 1, 0, 0))

    assert read_card(tmp_path / "m.hunch").recipe.wishes.rows_out == (RULES[0], *RULES[2:])
    assert b"Anna Huber" not in (tmp_path / "m.hunch").read_bytes()


def wished(**wishes: object) -> Callable[[Any], None]:
    """Return the change of a recipe to one with these wishes."""

    def change(recipe: dict[str, Any]) -> None:
        recipe["wishes"] |= wishes

    return change


HOSTILE: dict[str, dict[str, object]] = {
    "a long name": {"names": {"age": "x" * 201}},
    "a name that steers": {"names": {"age": "a\u202eb"}},
    "half a letter": {"names": {"\ud800": "a"}},
    "no name": {"names": {"age": ""}},
    "many names": {"names": {str(number): "x" for number in range(16_385)}},
    "many columns": {"columns_out": [str(number) for number in range(16_385)]},
    "many rules": {"rows_out": [{"kind": "repeated"}] * 201},
    "a long value": {"rows_out": [{"kind": "value", "column": "plan", "value": "x" * 1_001}]},
    "half a letter in a value": {"rows_out": [{"kind": "value", "column": "plan", "value": "\udfff"}]},
}
MISSHAPEN: dict[str, dict[str, object]] = {
    "a name that is none": {"names": {"age": 7}},
    "names as a list": {"names": ["age"]},
    "another kind of rule": {"rows_out": [{"kind": "sql", "column": "1; DROP TABLE x"}]},
    "a rule without a kind": {"rows_out": [{"column": "plan"}]},
    "a rule that is none": {"rows_out": ["plan"]},
    "an end that is no number": {"rows_out": [{"kind": "range", "column": "age", "start": "1"}]},
    "columns as a text": {"columns_out": "age"},
}


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("model") / "m.hunch"
    save(path)
    return path.read_bytes()


@pytest.mark.parametrize("read", [read_card, open_model], ids=("card", "model"))
@pytest.mark.parametrize("what", [*HOSTILE, *MISSHAPEN])
def test_a_recipe_that_cannot_be_followed_is_refused(
    original: bytes, tmp_path: Path, what: str, read: Callable[[Path], object]
) -> None:
    wishes = HOSTILE.get(what) or MISSHAPEN[what]
    (tmp_path / "m.hunch").write_bytes(edited(original, "recipe.json", wished(**wishes)))

    with pytest.raises(ModelError) as caught:
        read(tmp_path / "m.hunch")

    assert caught.value.code == ("model.unsound" if what in HOSTILE else "model.changed")


def test_values_that_look_like_markup_or_sql_are_text(original: bytes, tmp_path: Path) -> None:
    odd = {"kind": "value", "column": "'; DROP TABLE x --", "value": "<script>"}
    names = {"<script>": "<b>&amp;</b>"}
    change = wished(rows_out=[odd], names=names)
    (tmp_path / "m.hunch").write_bytes(edited(original, "recipe.json", change))

    card = open_model(tmp_path / "m.hunch").card

    assert card.recipe.wishes.rows_out[0].value == "<script>"


LEARNED = replace(
    CARD,
    recipe=Recipe(
        format="csv",
        types={"Alter": "number", "city": "category", "since": "date", "kind": "category", "spare": "id"},
        readings={"Alter": "number-comma"},
        wishes=Wishes(
            names={"Alter": "age", "spare": "extra", "lost": "city"},
            columns_out=("spare",),
            rows_out=(RowRule(kind="value", column="kind", value="test"),),
        ),
    ),
)


def test_a_model_brings_the_names_of_its_columns_and_leaves_nothing_out() -> None:
    assert brought_by(LEARNED) == Wishes(
        names={"Alter": "age"},
        readings={"Alter": "number-comma", "city": "category", "since": "date", "kind": "category"},
    )


def test_a_file_that_was_read_so_is_said_to_be() -> None:
    columns = (
        Column(name="age", heading="Alter", type="number", position=0, missing=0, distinct=1),
        Column(name="city", type="category", position=1, missing=0, distinct=1),
    )
    recipe = Recipe(format="csv", wishes=brought_by(LEARNED))
    table = Table(name="new.csv", rows=1, columns=columns, recipe=recipe)

    assert [notice.code for notice in about_reading(LEARNED, table)] == ["import.recipe"]
