"""Records to JSON and back: the only form in which facts leave a process or go into a file."""

import dataclasses
import types
import typing
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

JSON = str | int | float | bool | None | list["JSON"] | dict[str, "JSON"]

T = TypeVar("T")


@typing.overload
def to_json(value: "DataclassInstance") -> dict[str, Any]: ...


@typing.overload
def to_json(value: Any) -> Any: ...


def to_json(value: Any) -> Any:
    """Return *value*, a record or a container of records, as plain JSON values."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_json(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, list | tuple):
        return [to_json(item) for item in value]
    if isinstance(value, dict):
        return {str(key): to_json(item) for key, item in value.items()}
    return value


def from_json(kind: type[T], data: Any) -> T:
    """Return the record of type *kind* that *data* holds.

    Names that the record does not know are ignored and names that are missing take its defaults, so that
    files of other versions still open. Raises TypeError or ValueError where a value does not fit.
    """
    return typing.cast(T, _read(kind, data))


@cache
def _hints(kind: type) -> dict[str, Any]:
    # JSON speaks of itself: Python unfolds it one level only, and what lies deeper needs no reading anyway.
    return typing.get_type_hints(kind, localns={"JSON": Any})


def _read(kind: Any, data: Any) -> Any:
    origin = typing.get_origin(kind)
    if kind in (JSON, Any):
        return data
    if dataclasses.is_dataclass(kind):
        return _read_record(kind, data)
    if origin in (typing.Union, types.UnionType):
        return _read_union(typing.get_args(kind), data)
    if origin in (list, tuple, dict):
        return _read_container(origin, typing.get_args(kind), data)
    return _member(kind, data) if origin is typing.Literal else _read_plain(kind, data)


def _member(kind: Any, data: Any) -> Any:
    if data not in typing.get_args(kind):
        raise ValueError(f"{data!r} is not one of {typing.get_args(kind)}")
    return data


def _read_record(kind: Any, data: Any) -> Any:
    if not isinstance(data, dict):
        raise TypeError(f"{kind.__name__} cannot be read from {type(data).__name__}")
    hints = _hints(kind)
    names = {field.name for field in dataclasses.fields(kind)} & data.keys()
    return kind(**{name: _read(hints[name], data[name]) for name in names})


def _read_union(kinds: tuple[Any, ...], data: Any) -> Any:
    if data is None and type(None) in kinds:
        return None
    for kind in kinds:
        if kind is not type(None):
            try:
                return _read(kind, data)
            except (TypeError, ValueError):
                continue
    raise TypeError(f"{type(data).__name__} fits none of {kinds}")


def _read_container(origin: Any, arguments: tuple[Any, ...], data: Any) -> Any:
    if origin is dict and isinstance(data, dict):
        return {key: _read(arguments[1], item) for key, item in data.items()}
    if origin in (list, tuple) and isinstance(data, list | tuple):
        if origin is tuple and arguments[-1] is not Ellipsis:
            if len(arguments) != len(data):
                raise ValueError(f"{len(data)} values where {len(arguments)} are meant")
            return tuple(_read(kind, item) for kind, item in zip(arguments, data, strict=True))
        return origin(_read(arguments[0], item) for item in data)
    raise TypeError(f"{origin.__name__} cannot be read from {type(data).__name__}")


def _read_plain(kind: Any, data: Any) -> Any:
    if kind is float and isinstance(data, int) and not isinstance(data, bool):
        return float(data)
    if not isinstance(data, kind) or (kind in (int, float) and isinstance(data, bool)):
        raise TypeError(f"{kind.__name__} cannot be read from {type(data).__name__}")
    return data
