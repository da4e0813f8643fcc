"""Records to JSON and back: the only form in which facts leave a process or go into a file."""

import dataclasses
import types
import typing
from collections.abc import Callable
from functools import cache, partial
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

JSON = str | int | float | bool | None | list["JSON"] | dict[str, "JSON"]

T = TypeVar("T")
Reader = Callable[[Any], Any]
_PLAIN = (str, int, float, bool, types.NoneType)


@typing.overload
def to_json(value: "DataclassInstance") -> dict[str, Any]: ...


@typing.overload
def to_json(value: Any) -> Any: ...


def to_json(value: Any) -> Any:
    """Return *value*, a record or a container of records, as plain JSON values."""
    if type(value) in _PLAIN:
        return value
    if isinstance(value, list | tuple):
        return [to_json(item) for item in value]
    if isinstance(value, dict):
        return {str(key): to_json(item) for key, item in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {name: to_json(getattr(value, name)) for name in _names(type(value))}
    return value


def from_json(kind: type[T], data: Any) -> T:
    """Return the record of type *kind* that *data* holds.

    Names that the record does not know are ignored and names that are missing take its defaults, so that
    files of other versions still open. Raises TypeError or ValueError where a value does not fit.
    """
    return typing.cast(T, _reader(typing.cast(Any, kind))(data))


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


@cache
def _readers(kind: type) -> dict[str, Reader]:
    """Return what reads each field of a record."""
    # JSON speaks of itself: Python unfolds it one level only, and what lies deeper needs no reading anyway.
    hints = typing.get_type_hints(kind, localns={"JSON": Any})
    return {name: _reader(hints[name]) for name in _names(kind)}


@cache
def _reader(kind: Any) -> Reader:
    """Return what reads a value of this type; it is found once, since a table has thousands of values."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if kind in (JSON, Any):
        return _as_it_is
    if dataclasses.is_dataclass(kind):
        return partial(_read_record, kind)
    if origin in (typing.Union, types.UnionType):
        return partial(_read_union, tuple(map(_reader, arguments)), kind, types.NoneType in arguments)
    if origin in (list, tuple, dict):
        return _container_reader(origin, arguments)
    return partial(_read_member, arguments) if origin is typing.Literal else partial(_read_plain, kind)


def _container_reader(origin: Any, arguments: tuple[Any, ...]) -> Reader:
    if origin is dict:
        return partial(_read_dict, _reader(arguments[1]))
    if origin is tuple and arguments[-1] is not Ellipsis:
        return partial(_read_fixed, tuple(map(_reader, arguments)))
    return partial(_read_several, origin, _reader(arguments[0]))


def _as_it_is(data: Any) -> Any:
    return data


def _read_member(members: tuple[Any, ...], data: Any) -> Any:
    if data not in members:
        raise ValueError(f"{data!r} is not one of {members}")
    return data


def _read_record(kind: Any, data: Any) -> Any:
    if not isinstance(data, dict):
        raise _misfit(kind, data)
    return kind(**{name: read(data[name]) for name, read in _readers(kind).items() if name in data})


def _read_union(readers: tuple[Reader, ...], kind: Any, may_be_none: bool, data: Any) -> Any:  # noqa: FBT001 - a partial
    if data is None and may_be_none:
        return None
    for read in readers:
        try:
            return read(data)
        except (TypeError, ValueError):
            continue
    raise _misfit(kind, data)


def _read_dict(read: Reader, data: Any) -> Any:
    if not isinstance(data, dict):
        raise _misfit(dict, data)
    return {key: read(item) for key, item in data.items()}


def _read_fixed(readers: tuple[Reader, ...], data: Any) -> Any:
    if not isinstance(data, list | tuple):
        raise _misfit(tuple, data)
    if len(readers) != len(data):
        raise ValueError(f"{len(data)} values where {len(readers)} are meant")
    return tuple(read(item) for read, item in zip(readers, data, strict=True))


def _read_several(origin: Any, read: Reader, data: Any) -> Any:
    if not isinstance(data, list | tuple):
        raise _misfit(origin, data)
    return origin(map(read, data))


def _read_plain(kind: Any, data: Any) -> Any:
    if type(data) is kind:
        return data
    if kind is float and type(data) is int:
        return float(data)
    if not isinstance(data, kind) or (kind in (int, float) and isinstance(data, bool)):
        raise _misfit(kind, data)
    return data


def _misfit(kind: Any, data: Any) -> TypeError:
    return TypeError(f"{getattr(kind, '__name__', kind)} cannot be read from {type(data).__name__}")
