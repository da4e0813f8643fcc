"""A schema file, which says of a graph what its numbers mean, becomes a record.

docs/bring-onnx.md is its reference.
"""

import datetime
import json
from typing import Any, NoReturn, cast, get_args

from desktop_app.engine.brought.fitting import UnfitError
from desktop_app.language import mark
from desktop_app.models.brought.told import Place, values_in
from desktop_app.records.brought import AnswersAs, AskedAs, BroughtColumn, BroughtOutput, BroughtSchema
from desktop_app.records.plans import Task
from desktop_app.records.tables import MOST_COLUMNS, ColumnType

LARGEST = 16 * 2**20  # bytes
KINDS = (mark("an object"), mark("a list that is not empty"), mark("a text"), mark("a number"))
OTHER_KINDS = (mark("a whole number"), mark("a day as 2026-01-31"))
_NAMES = ("target", "task", "classes", "output", "columns")
_OUTPUT = ("name", "as", "unit", "decimals")
_COLUMN = ("name", "input", "type", "values", "as", "missing", "unit", "minimum", "maximum")
_TYPES = ("number", "category", "yes/no", "date", "text")
_ASKED_AS = ("text", "place", "one-hot")
_MOST_DECIMALS = 12
_DECIMALS = 2
_FEWEST_CLASSES, _MOST_CLASSES = 2, 1_000
_EPOCH = datetime.datetime(1970, 1, 1)  # noqa: DTZ001 - the days of a table have no zone
_SECOND = datetime.timedelta(seconds=1)
_ONLY_FOR = {
    "values": ("category", "yes/no"),
    "as": ("category", "yes/no"),
    "unit": ("number",),
    "minimum": ("number", "date"),
    "maximum": ("number", "date"),
}


def read_schema(content: bytes) -> BroughtSchema:
    """Return what a schema file says.

    Raises UnfitError for the first place at which it is not right, ValueError where it is no JSON.
    """
    whole = Place(_facts(content))
    whole.named(_NAMES)
    task = cast(Task, whole.at("task").choice(get_args(Task)))
    target = whole.at("target").text()
    classes = _classes(whole.at("classes"), task)
    columns = tuple(_column(place) for place in whole.at("columns").each())
    _check_names(columns, target)
    return BroughtSchema(
        target=target, task=task, classes=classes, output=_output(whole.at("output"), task), columns=columns
    )


def _facts(content: bytes) -> Any:
    if len(content) > LARGEST:
        raise ValueError("too large")
    try:
        return json.loads(content.decode("utf-8-sig"), parse_constant=_refuse, object_pairs_hook=_once)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise UnfitError("schema.twice", path=name, name=name)
        found[name] = value
    return found


def _classes(place: Place, task: Task) -> tuple[str, ...]:
    if task == "regression":
        if place.is_there:
            raise UnfitError("schema.not_for", path=place.path, type=task)
        return ()
    classes = values_in(place)
    if not _FEWEST_CLASSES <= len(classes) <= _MOST_CLASSES:
        raise UnfitError("schema.classes", path=place.path, count=len(classes), limit=_MOST_CLASSES)
    return classes


def _output(place: Place, task: Task) -> BroughtOutput:
    usual: AnswersAs = "probabilities" if task == "classification" else "amount"
    decimals = _DECIMALS if task == "regression" else 0
    if not place.is_there:
        return BroughtOutput(form=usual, decimals=decimals)
    place.named(_OUTPUT)
    forms = ("amount",) if task == "regression" else ("probabilities", "logits")
    return BroughtOutput(
        name=_text(place.at("name")),
        form=cast(AnswersAs, place.at("as").choice(forms)) if place.at("as").is_there else usual,
        unit=_text(place.at("unit")),
        decimals=place.at("decimals").whole(_MOST_DECIMALS) if place.at("decimals").is_there else decimals,
    )


def _text(place: Place) -> str:
    return place.text() if place.is_there else ""


def _column(place: Place) -> BroughtColumn:
    place.named(_COLUMN)
    name = place.at("name").text()
    kind = cast(ColumnType, place.at("type").choice(_TYPES))
    for other, kinds in _ONLY_FOR.items():
        if place.at(other).is_there and kind not in kinds:
            raise UnfitError("schema.not_for", path=place.at(other).path, type=kind)
    least, most = (_end(place.at(end), kind) for end in ("minimum", "maximum"))
    if least is not None and most is not None and least > most:
        raise UnfitError("schema.range", path=place.at("minimum").path, column=name)
    values, asked = place.at("values"), place.at("as")
    return BroughtColumn(
        name=name,
        type=kind,
        input=_text(place.at("input")),
        asked_as=cast(AskedAs, asked.choice(_ASKED_AS)) if asked.is_there else "",
        values=values_in(values) if values.is_there else (),
        missing=_missing(place.at("missing"), kind),
        minimum=least,
        maximum=most,
        unit=_text(place.at("unit")),
    )


def _end(place: Place, kind: ColumnType) -> float | None:
    """Return an end of a range: a number, or a day in seconds since 1970."""
    if not place.is_there:
        return None
    if kind == "number":
        return place.number()
    try:
        day = datetime.datetime.fromisoformat(place.text()).replace(tzinfo=None)
    except ValueError:
        place.wrong("a day as 2026-01-31")
    return (day - _EPOCH) / _SECOND


def _missing(place: Place, kind: ColumnType) -> str | float | None:
    """Return what stands for an empty cell: a number, or of categories and texts a text."""
    if not place.is_there:
        return None
    if kind in ("number", "date") or not isinstance(place.facts, str):
        return place.number()
    return place.facts if not place.facts else place.text()


def _check_names(columns: tuple[BroughtColumn, ...], target: str) -> None:
    seen = {target}
    for number, column in enumerate(columns):
        if column.name in seen:
            raise UnfitError("schema.twice", path=f"columns[{number}].name", name=column.name)
        seen.add(column.name)
    if len(columns) > MOST_COLUMNS:
        raise UnfitError("schema.columns", path="columns", count=len(columns), limit=MOST_COLUMNS)
