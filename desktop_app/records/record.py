"""The decorator of records: `dataclasses.dataclass`, but quick to make.

That one writes six methods for every record and compiles them, a fifth of the start. Here
all records share theirs. For type checkers, `fields` and `replace` these are dataclasses like any other.
"""

import dataclasses
import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

_NOTHING = dataclasses.MISSING

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: bool, slots: bool, kw_only: bool) -> Callable[[type], type]:
        """Make a class a record: frozen, slotted, made by names only. It has no `__post_init__`."""
        if not (frozen and slots and kw_only):
            raise TypeError("a record is frozen, slotted and made by names")
        return _record


class _Signature:
    """Says what a record is made from, to those who ask `inspect`; nothing in the program does."""

    def __get__(self, record: object, kind: Any) -> inspect.Signature:
        named = inspect.Parameter.KEYWORD_ONLY
        return inspect.Signature(
            [
                inspect.Parameter(field.name, named, default=_default(field), annotation=field.type)
                for field in dataclasses.fields(kind)
            ]
        )


def _default(field: dataclasses.Field[Any]) -> Any:
    if field.default is not _NOTHING:
        return field.default
    return inspect.Parameter.empty if field.default_factory is _NOTHING else field.default_factory()


_SIGNATURE = _Signature()


def _record(plain: type) -> type:
    made: type = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=True)(plain)
    kind: Any = made  # mypy lets no method be set on a type
    kind.__dataclass_params__.frozen = True
    kind.__signature__ = _SIGNATURE
    kind.__init__ = _initializer(kind)
    kind.__setattr__ = _refuse_to_set
    kind.__delattr__ = _refuse_to_delete
    kind.__eq__ = _equals
    kind.__hash__ = _hash
    kind.__repr__ = _repr
    kind.__reduce__ = _reduce
    return made


def _initializer(kind: Any) -> Callable[..., None]:
    # What a slot's descriptor sets is not asked of __setattr__, which refuses.
    parts = [
        (field.name, getattr(kind, field.name).__set__, field.default, field.default_factory)
        for field in dataclasses.fields(kind)
    ]

    def initialize(self: Any, **values: Any) -> None:
        for name, put, default, make_default in parts:
            if name in values:
                put(self, values.pop(name))
            elif default is not _NOTHING:
                put(self, default)
            elif make_default is not _NOTHING:
                put(self, make_default())
            else:
                raise TypeError(f"{kind.__name__} needs {name!r}")
        if values:
            raise TypeError(f"{kind.__name__} has no {next(iter(values))!r}")

    initialize.__annotations__ = {field.name: field.type for field in dataclasses.fields(kind)}
    return initialize


def _values(record: Any) -> list[Any]:
    return [getattr(record, name) for name in record.__slots__]


def _refuse_to_set(_record: object, name: str, _value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_record: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _equals(record: Any, other: Any) -> bool:
    # As lists, for which the same NaN is equal to itself.
    return type(record) is type(other) and _values(record) == _values(other)


def _hash(record: Any) -> int:
    return hash(tuple(_values(record)))


def _repr(record: Any) -> str:
    named = zip(record.__slots__, _values(record), strict=True)
    return f"{type(record).__qualname__}({', '.join(f'{name}={value!r}' for name, value in named)})"


def _reduce(record: Any) -> tuple[Any, ...]:
    """Say how a record is copied, and sent to another process."""
    return _restored, (type(record), dict(zip(record.__slots__, _values(record), strict=True)))


def _restored(kind: type, values: dict[str, Any]) -> object:
    return kind(**values)
