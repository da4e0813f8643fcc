"""Where the table is in a JSON document that is one object."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop_app.tables.typed.json_values import Value

Record = dict[str, Value] | list[Value]

_DEEPEST = 3  # objects around the table
_KEY = "key"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The rows of a table, and what stands beside it and is not read."""

    rows: Sequence[Record]
    key: str = ""  # under which they stand
    beside: tuple[str, ...] = ()
    lists: int = 1  # that could have been the table; the longest one is
    names: tuple[str, ...] | None = None  # where the document has them apart from the rows


def find_table(document: dict[str, Value], deep: int = 0, *, is_apart: bool = False) -> Found | None:
    """Return the table within a document: a list of objects or of lists, or columns; None without one.

    *deep* is how many objects stand around it. *is_apart* says that single values stand beside it: then its
    objects are more likely parts of one record than rows.
    """
    if found := _split(document) or _list_of_rows(document) or _columns(document):
        return found
    inner = {name: part for name, part in document.items() if isinstance(part, dict)}
    if not is_apart and (found := _objects(document, inner)):
        return found
    has_values = any(not isinstance(part, dict | list) for part in document.values())
    if deep < _DEEPEST:
        within = [
            (name, table)
            for name, part in inner.items()
            if (table := find_table(part, deep + 1, is_apart=has_values))
        ]
        real = [(name, table) for name, table in within if table.key or table.names or len(table.rows) > 1]
        if len(real) == 1:
            name, table = real[0]
            others = tuple(other for other in document if other != name)
            key = f"{name}.{table.key}" if table.key else name
            return Found(rows=table.rows, key=key, beside=(*others, *table.beside), names=table.names)
    return Found(rows=[document]) if has_values and not deep else None


def features_of(records: Iterable[Value]) -> Iterator[Value]:
    """Yield records; those that are features of a map as their properties, a point as two numbers."""
    for record in records:
        is_feature = isinstance(record, dict) and record.get("type") == "Feature"
        yield _feature(record) if is_feature and isinstance(record, dict) else record


def _feature(feature: dict[str, Value]) -> Value:
    properties, shape = feature.get("properties"), feature.get("geometry")
    row: dict[str, Value] = {"id": feature["id"]} if "id" in feature else {}
    row |= properties if isinstance(properties, dict) else {}
    if not isinstance(shape, dict):
        return row
    places = shape.get("coordinates")
    if shape.get("type") == "Point" and isinstance(places, list) and len(places) > 1:
        return {**row, "longitude": places[0], "latitude": places[1]}
    return {**row, "geometry": [shape]}  # a list, so that it stays in one cell


def _split(document: dict[str, Value]) -> Found | None:
    """Return rows that stand beside their names, as `{"columns": [...], "data": [[...], ...]}`."""
    names, rows = document.get("columns"), document.get("data")
    if not isinstance(names, list) or not _is_list_of(rows, list) or not isinstance(rows, list):
        return None
    if any(not isinstance(name, str) for name in names):
        return None
    beside = tuple(name for name in document if name not in ("columns", "data", "index"))
    return Found(rows=rows, beside=beside, names=tuple(map(str, names)))


def _list_of_rows(document: dict[str, Value]) -> Found | None:
    lists = {
        name: part
        for name, part in document.items()
        if isinstance(part, list) and (_is_list_of(part, dict) or _is_list_of(part, list))
    }
    if not lists:
        return None
    key = max(lists, key=lambda name: (_is_list_of(lists[name], dict), len(lists[name])))
    beside = tuple(name for name in document if name != key)
    return Found(rows=lists[key], key=key, beside=beside, lists=len(lists))


def _is_list_of(part: Value, kind: type) -> bool:
    return isinstance(part, list) and bool(part) and all(isinstance(one, kind) or one is None for one in part)


def _columns(document: dict[str, Value]) -> Found | None:
    """Return rows of columns that are lists of one length."""
    columns = {name: part for name, part in document.items() if isinstance(part, list)}
    lengths = {len(part) for part in columns.values()}
    others = tuple(name for name in document if name not in columns)
    is_beside = bool(others) and (len(columns) <= len(others) or lengths == {1})
    if len(lengths) != 1 or 0 in lengths or is_beside:
        return None
    rows: list[Record] = [
        dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)
    ]
    return Found(rows=rows, beside=others)


def _objects(document: dict[str, Value], inner: dict[str, dict[str, Value]]) -> Found | None:
    """Return the rows of a document of objects that have names in common.

    Each object is a row, or a column where the names are the numbers of rows.
    """
    if len(inner) != len(document) or len(inner) < 2:
        return None
    shared = set.intersection(*(set(part) for part in inner.values()))
    names = dict.fromkeys(name for part in inner.values() for name in part)
    if not shared or 2 * len(shared) < len(names):
        return None
    if all(name.isdecimal() for name in names):
        rows: list[Record] = [{column: part.get(row) for column, part in inner.items()} for row in names]
    else:
        rows = [{_KEY: key, **part} for key, part in inner.items()]
    return Found(rows=rows)
