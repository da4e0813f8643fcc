"""Every mistake in a schema file is told by its place, before anything is saved."""

import json
from typing import Any

import pytest

from desktop_app.engine.brought.fitting import UnfitError
from desktop_app.models.brought.schema_file import read_schema
from desktop_app.paths import bundled
from desktop_app.records.brought import BroughtOutput
from tests.unit.brought.graphs import churn_schema, price_schema
from tests.unit.brought.made import schema_of

AGE: dict[str, Any] = {"name": "age", "type": "number"}
PLAN: dict[str, Any] = {"name": "plan", "type": "category", "values": ["basic", "gold"], "as": "one-hot"}


def columns(*several: Any) -> dict[str, Any]:
    return churn_schema(columns=list(several))


WRONG: dict[str, tuple[str, str, Any]] = {
    "a list": ("schema.kind", "{}", []),
    "an unknown name": ("schema.name", "traget", churn_schema(traget="left")),
    "no target": ("schema.kind", "target", churn_schema(target=None)),
    "an empty target": ("schema.kind", "target", churn_schema(target=" ")),
    "no such task": ("schema.choice", "task", churn_schema(task="forecast")),
    "no classes": ("schema.kind", "classes", churn_schema(classes=None)),
    "one class": ("schema.classes", "classes", churn_schema(classes=["yes"])),
    "a class twice": ("schema.twice", "classes[1]", churn_schema(classes=["yes", "yes"])),
    "a class that is a list": ("schema.kind", "classes[0]", churn_schema(classes=[["no"], "yes"])),
    "classes of a number": ("schema.not_for", "classes", price_schema(classes=["a", "b"])),
    "an output that is a text": ("schema.kind", "output", churn_schema(output="chances")),
    "an unknown output": ("schema.name", "output.kind", churn_schema(output={"kind": "logits"})),
    "amounts of classes": ("schema.choice", "output.as", churn_schema(output={"as": "amount"})),
    "logits of a number": ("schema.choice", "output.as", price_schema(output={"as": "logits"})),
    "half a digit": ("schema.kind", "output.decimals", price_schema(output={"decimals": 1.5})),
    "no columns": ("schema.kind", "columns", churn_schema(columns=[])),
    "a column that is a text": ("schema.kind", "columns[0]", columns("age")),
    "a column without a name": ("schema.kind", "columns[0].name", columns({"type": "number"})),
    "a column twice": ("schema.twice", "columns[1].name", columns(AGE, AGE)),
    "the target among the columns": ("schema.twice", "columns[0].name", columns({**AGE, "name": "left"})),
    "no such type": ("schema.choice", "columns[0].type", columns({**AGE, "type": "float"})),
    "an unknown part": ("schema.name", "columns[0].min", columns({**AGE, "min": 0})),
    "values of a number": ("schema.not_for", "columns[0].values", columns({**AGE, "values": ["1"]})),
    "a number one-hot": ("schema.not_for", "columns[0].as", columns({**AGE, "as": "one-hot"})),
    "a unit of a category": ("schema.not_for", "columns[0].unit", columns({**PLAN, "unit": "kg"})),
    "a range of a category": ("schema.not_for", "columns[0].minimum", columns({**PLAN, "minimum": 1})),
    "no such way": ("schema.choice", "columns[0].as", columns({**PLAN, "as": "hash"})),
    "a value twice": ("schema.twice", "columns[0].values[1]", columns({**PLAN, "values": ["a", "a"]})),
    "an empty list of values": ("schema.kind", "columns[0].values", columns({**PLAN, "values": []})),
    "a range upside down": (
        "schema.range",
        "columns[0].minimum",
        columns({**AGE, "minimum": 9, "maximum": 1}),
    ),
    "a minimum that is a text": ("schema.kind", "columns[0].minimum", columns({**AGE, "minimum": "1"})),
    "a yes for a number": ("schema.kind", "columns[0].missing", columns({**AGE, "missing": True})),
    "a text for a number": ("schema.kind", "columns[0].missing", columns({**AGE, "missing": "none"})),
    "a day that is none": (
        "schema.kind",
        "columns[0].minimum",
        columns({"name": "since", "type": "date", "minimum": "2026-02-30"}),
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_each_mistake_is_told_by_its_place(name: str) -> None:
    code, path, facts = WRONG[name]

    with pytest.raises(UnfitError) as unfit:
        read_schema(json.dumps(facts).encode())

    assert (unfit.value.code, unfit.value.values["path"]) == (code, path)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b'{"target": NaN}', b"[" * 100_000])
def test_what_is_no_json_is_said_to_be_none(content: bytes) -> None:
    with pytest.raises(ValueError) as error:  # noqa: PT011 - UnfitError is one, too
        read_schema(content)

    assert not isinstance(error.value, UnfitError)


def test_a_name_that_is_there_twice_is_not_decided_by_its_place() -> None:
    with pytest.raises(UnfitError, match="twice"):
        read_schema(b'{"target": "a", "target": "b"}')


def test_what_is_there_twice_among_very_many_is_found_at_once() -> None:
    names = [f'"{place}": 0' for place in range(200_000)]
    values = {**PLAN, "values": [*range(200_000), 199_999]}

    with pytest.raises(UnfitError, match="twice"):
        read_schema(f"{{{', '.join([*names, names[-1]])}}}".encode())
    with pytest.raises(UnfitError, match="twice"):
        read_schema(json.dumps(columns(values)).encode())


def test_whole_numbers_may_be_classes_and_values() -> None:
    schema = schema_of(churn_schema(classes=[0, 1], columns=[{**PLAN, "values": [1, 2]}]))

    assert (schema.classes, schema.columns[0].values) == (("0", "1"), ("1", "2"))


def test_what_is_left_out_has_its_usual_meaning() -> None:
    assert schema_of(churn_schema()).output == BroughtOutput(form="probabilities", decimals=0)
    assert schema_of(price_schema(output=None)).output == BroughtOutput(form="amount", decimals=2)


def test_days_are_kept_as_seconds() -> None:
    facts = columns({"name": "since", "type": "date", "minimum": "1970-01-02", "maximum": "1970-01-03T12:00"})

    assert (schema_of(facts).columns[0].minimum, schema_of(facts).columns[0].maximum) == (86_400, 216_000)


def test_the_example_on_the_page_is_right() -> None:
    page = bundled("docs", "bring-onnx.md").read_text(encoding="utf-8")

    schema = read_schema(page.split("```json\n")[1].split("```")[0].encode())

    assert [column.type for column in schema.columns] == ["number", "category", "yes/no", "date", "text"]
