"""Whether a schema fits a graph: every input gets as many columns as it takes, and one result answers."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.engine.brought.audit.looking import Looked, Port
from desktop_app.engine.brought.feeding import TEXT, Input
from desktop_app.records.brought import AskedAs, BroughtColumn, BroughtOutput, BroughtSchema

_FLOATS = ("float32", "float64", "float16")
_DIMENSIONS = (1, 2)  # rows, or rows and what each has


class UnfitError(ValueError):
    """A schema and a graph do not go together; *code* is that of a sentence, *values* fill it."""

    def __init__(self, code: str, **values: str | int | list[str]) -> None:
        super().__init__(f"{code} {values}" if values else code)
        self.code = code
        self.values = values


def fitted(schema: BroughtSchema, looked: Looked) -> tuple[BroughtSchema, tuple[Input, ...]]:
    """Return the schema with the names that it left out, and what each input of the graph is made of.

    Raises UnfitError.
    """
    columns = tuple(_with_input(column, place, looked) for place, column in enumerate(schema.columns))
    inputs = tuple(_input(port, columns) for port in looked.inputs)
    output = _output(schema, looked)
    answer = next(port for port in looked.outputs if port.name == output.name)
    if answer.shape and answer.shape[0] is not None:  # for one row only, or for none of them
        raise UnfitError("schema.fixed_rows", kind=answer.told)
    return replace(schema, columns=columns, output=output), inputs


def _with_input(column: BroughtColumn, place: int, looked: Looked) -> BroughtColumn:
    names = [port.name for port in looked.inputs]
    if not column.input and len(names) != 1:
        raise UnfitError("schema.which_input", path=f"columns[{place}].input", kinds=_told(looked.inputs))
    name = column.input or names[0]
    if name not in names:
        raise UnfitError(
            "schema.no_input", path=f"columns[{place}].input", name=name, kinds=_told(looked.inputs)
        )
    port = looked.inputs[names.index(name)]
    wanted = _asked_as(column, port)
    if (wanted == "text") != (port.kind == TEXT):
        code = "schema.needs_text" if port.kind == TEXT else "schema.needs_numbers"
        raise UnfitError(code, path=f"columns[{place}]", column=column.name, kind=port.told)
    found = replace(column, input=name, asked_as=wanted)
    _check_values(found, place)
    if port.kind[:3] == "int" and column.type in ("number", "date") and column.missing is None:
        raise UnfitError("schema.needs_missing", path=f"columns[{place}].missing", column=column.name)
    return found


def _asked_as(column: BroughtColumn, port: Port) -> AskedAs:
    """Return how a column is asked for: where it is not said, a category is a text, or its place."""
    if column.asked_as:
        return column.asked_as
    if column.type in ("number", "date"):
        return "number"
    return "text" if port.kind == TEXT or column.type == "text" else "place"


def _check_values(column: BroughtColumn, place: int) -> None:
    if column.asked_as in ("place", "one-hot") and not column.values:
        raise UnfitError("schema.needs_values", path=f"columns[{place}].values", column=column.name)
    if column.asked_as in ("place", "one-hot") and isinstance(column.missing, str):
        if column.missing not in column.values:
            raise UnfitError("schema.missing_value", path=f"columns[{place}].missing", column=column.name)
    elif (column.asked_as == "text") != isinstance(column.missing, str) and column.missing is not None:
        raise UnfitError("schema.missing_kind", path=f"columns[{place}].missing", column=column.name)


def _input(port: Port, columns: Sequence[BroughtColumn]) -> Input:
    own = tuple(column for column in columns if column.input == port.name)
    width = sum(column.width for column in own)
    if not own:
        raise UnfitError("schema.input_unused", kind=port.told)
    if not port.kind or port.kind == "maps":
        raise UnfitError("schema.input_kind", kind=port.told)
    shape = port.shape
    if shape is not None and len(shape) not in _DIMENSIONS:
        raise UnfitError("schema.input_shape", kind=port.told)
    if shape is not None and shape[0] is not None:
        raise UnfitError("schema.fixed_rows", kind=port.told)
    if port.width not in (None, width):
        raise UnfitError("schema.input_width", kind=port.told, width=width, wanted=port.width)
    return Input(name=port.name, kind=port.kind, is_flat=port.is_flat, columns=own)


def _output(schema: BroughtSchema, looked: Looked) -> BroughtOutput:
    told, outputs = schema.output, _told(looked.outputs)
    if told.name:
        named = [port for port in looked.outputs if port.name == told.name]
        if not named:
            raise UnfitError("schema.no_output", path="output.name", name=told.name, kinds=outputs)
        if not _can_answer(named[0], schema):
            raise UnfitError(_why_not(named[0], schema), path="output.name", kinds=outputs, **_count(schema))
        return told
    able = [port for port in looked.outputs if _can_answer(port, schema)]
    if len(able) > 1:
        raise UnfitError("schema.which_output", path="output.name", kinds=outputs)
    if not able:
        numbers = [port for port in looked.outputs if port.kind in (*_FLOATS, "maps")]
        code = _why_not(numbers[0] if numbers else looked.outputs[0], schema)
        raise UnfitError(code, path="output", kinds=outputs, **_count(schema))
    return replace(told, name=able[0].name)


def _count(schema: BroughtSchema) -> dict[str, int]:
    return {"count": len(schema.classes)} if schema.classes else {}


def _can_answer(port: Port, schema: BroughtSchema) -> bool:
    """Return whether a result may be the answer, as far as its shape is told."""
    if port.kind == "maps":
        return bool(schema.classes)
    if port.kind not in _FLOATS or (port.shape is not None and len(port.shape) not in _DIMENSIONS):
        return False
    return port.width is None or port.width in _widths(schema)


def _widths(schema: BroughtSchema) -> tuple[int, ...]:
    count = len(schema.classes)
    return (1, 2) if count == 2 else (max(1, count),)


def _why_not(port: Port, schema: BroughtSchema) -> str:
    if schema.classes and port.kind not in (*_FLOATS, "maps"):
        return "schema.labels_only"
    return "schema.output_classes" if schema.classes else "schema.output_amount"


def _told(ports: Sequence[Port]) -> list[str]:
    return [port.told for port in ports]
