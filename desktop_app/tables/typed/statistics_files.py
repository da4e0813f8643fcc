"""Files of SPSS, Stata and SAS: codes become the words they stand for, and counted days become dates."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.errors import FileError
from desktop_app.records.notices import Notice, Value, about
from desktop_app.records.tables import Recipe
from desktop_app.tables.duck import connect, memory_for, threads_for
from desktop_app.tables.raw import Given, Raw, Source
from desktop_app.tables.row_groups import form_for, write_groups
from desktop_app.tables.text.alphabets import alphabet_of, title_of
from desktop_app.tables.typed.statistics_codes import Coding, coding_of, said_of_codes
from desktop_app.tables.typed.statistics_moments import is_of_days, moment, unit_of
from desktop_app.tables.typed.statistics_parts import Code, Parts, Program, Variable, take_apart
from desktop_app.tables.typed.typed_cells import Facts, cell_text

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_COLUMNS, _CELLS = 100, 5_000_000  # that are counted at a time
_MOST_TEXTS = 200


def read_statistics(source: Source, kind: Program) -> Raw:
    """Return the cells of a file of a statistics program as text.

    A column whose values all have a label holds the labels, as does one that is wished to hold words; codes
    that the file marks as missing are empty. Both are said, and so is what the file says of its columns.
    Raises FileError.
    """
    goal = source.scratch / "raw.parquet"
    with connect(folder=source.scratch, confined=True) as duck:
        parts = take_apart(source, kind, duck)
    if not parts.rows:
        raise FileError("refuse.header_only", file=source.name)
    width = len(parts.variables)
    with connect(
        folder=source.scratch, confined=True, threads=threads_for(width), memory=memory_for(2 * width)
    ) as duck:
        codings = _codings(duck, parts, source.wishes.readings)
        lost = _write(duck, parts, codings, kind, goal)
    return Raw(
        path=goal,
        headings=tuple(variable.name for variable in parts.variables),
        rows=parts.rows,
        recipe=Recipe(format=kind, encoding=parts.encoding),
        notices=tuple(_said(parts, codings, lost)),
        given=tuple(
            _given(variable, codings.get(place), kind) for place, variable in enumerate(parts.variables)
        ),
    )


def _codings(duck: "DuckDBPyConnection", parts: Parts, wishes: Mapping[str, str]) -> dict[int, Coding]:
    """Return what the codes mean of each column that has labels, or codes for no value."""
    coded = [
        place
        for place, variable in enumerate(parts.variables)
        if variable.labels or variable.missing or place in parts.marks
    ]
    codings = {}
    step = max(1, min(_COLUMNS, _CELLS // parts.rows))
    for start in range(0, len(coded), step):
        places = coded[start : start + step]
        columns = ", ".join(f"c{place}" for place in places)
        duck.execute(
            f"CREATE OR REPLACE TEMP TABLE coded AS SELECT {columns} FROM read_parquet(?)",  # noqa: S608 - our names
            [_files(parts)],
        )
        for place in places:
            variable, marks = parts.variables[place], parts.marks.get(place, Counter())
            counts, cells = _counts(duck, variable, f"c{place}")
            codings[place] = coding_of(variable, counts, marks, cells, wishes.get(variable.name, ""))
    return codings


def _counts(duck: "DuckDBPyConnection", variable: Variable, cell: str) -> tuple[dict[Code, int], int]:
    """Return the codes of a column that mean more than themselves, how often each, and its filled cells."""
    kind = str if variable.is_words else float
    ranges = [
        (low, high)
        for low, high in variable.missing
        if isinstance(low, str) is variable.is_words and isinstance(high, str) is variable.is_words
    ]
    labelled = [kind(code) for code in variable.labels if isinstance(code, str) is variable.is_words]
    known = " OR ".join([f"list_contains(?, {cell})", *[f"{cell} BETWEEN ? AND ?"] * len(ranges)])
    filled = f"{cell} IS NOT NULL" + (f" AND {cell} <> ''" if variable.is_words else "")
    found = duck.execute(
        f"SELECT CASE WHEN {known} THEN {cell} END, count(*) FROM coded "  # noqa: S608 - our names
        f"WHERE {filled} GROUP BY ALL ORDER BY ALL",
        [labelled, *(bound for one in ranges for bound in one)],
    ).fetchall()
    return {code: times for code, times in found if code is not None}, sum(times for _code, times in found)


def _write(
    duck: "DuckDBPyConnection", parts: Parts, codings: Mapping[int, Coding], kind: Program, goal: Path
) -> dict[int, int]:
    """Write the cells as text, and return how many of each column are no day that can be written."""
    cells, bound = [], []
    moments: dict[int, str] = {}
    for place, variable in enumerate(parts.variables):
        cell, coding = f"c{place}", codings.get(place)
        text = _text(cell, variable, kind)
        if unit_of(variable.format, kind) and not variable.is_words:
            moments[place] = text
        if coding and coding.words:
            text = f"coalesce(map(?, ?)[{cell}], {text})"
        if coding and coding.missing:
            text = f"CASE WHEN NOT list_contains(?, {cell}) THEN {text} END"
            bound.append(list(coding.missing))
        if coding and coding.words:
            bound += [list(coding.words), list(coding.words.values())]
        cells.append(f"{text} AS r{place}")
    query = f"SELECT {', '.join(cells)} FROM read_parquet(?)"  # noqa: S608 - our names
    write_groups(duck, query, [*bound, _files(parts)], goal, form_for(len(cells)))
    return _lost(duck, parts, codings, moments)


def _text(cell: str, variable: Variable, kind: Program) -> str:
    if variable.is_words:
        return cell_text(cell, "VARCHAR", Facts())
    if unit := unit_of(variable.format, kind):
        return moment(cell, unit, kind, is_day=is_of_days(variable.format, kind))
    return cell_text(f"{cell}::FLOAT" if variable.is_short else cell, "DOUBLE", Facts())


def _lost(
    duck: "DuckDBPyConnection", parts: Parts, codings: Mapping[int, Coding], moments: Mapping[int, str]
) -> dict[int, int]:
    """Return how many numbers of each column count to no day that can be written."""
    if not moments:
        return {}
    asked = ", ".join(
        f"count(*) FILTER (isfinite(c{place}) AND {text} IS NULL)" for place, text in moments.items()
    )
    found = duck.execute(f"SELECT {asked} FROM read_parquet(?)", [_files(parts)]).fetchone() or ()  # noqa: S608 - our names
    missing = {place: sum(coding.missing.values()) for place, coding in codings.items()}
    counts = {
        place: count - min(count, missing.get(place, 0)) for place, count in zip(moments, found, strict=True)
    }
    return {place: count for place, count in counts.items() if count}


def _files(parts: Parts) -> list[str]:
    return [str(path) for path in parts.paths]


def _given(variable: Variable, coding: Coding | None, kind: Program) -> Given:
    if coding and coding.words:
        return "words"
    if variable.is_words:
        return ""
    unit = unit_of(variable.format, kind)
    return "" if unit in ("time", "clock") else "date" if unit else "number"


def _said(parts: Parts, codings: Mapping[int, Coding], lost: Mapping[int, int]) -> Iterator[Notice]:
    if parts.words is not None:
        yield from _said_of_letters(parts)
    if texts := _texts(parts.variables):
        values: dict[str, Value] = {"count": len(texts), "texts": texts[:_MOST_TEXTS]}
        yield Notice(code="import.variable_labels", values=values)
    yield from said_of_codes(parts.variables, codings)
    for place, count in lost.items():
        yield about(parts.variables[place].name, "find.no_day", "caution", count=count)


def _said_of_letters(parts: Parts) -> Iterator[Notice]:
    values: dict[str, Value] = {
        "encoding": title_of(parts.encoding),
        "alphabet": alphabet_of(parts.encoding),
        "words": list(parts.words or ()),
    }
    if parts.words:
        yield Notice(code="import.letters", values=values)


def _texts(variables: Sequence[Variable]) -> list[str]:
    """Return what the file says of its columns, where that is more than the name."""
    return [
        f"{variable.name}: {variable.text}"
        for variable in variables
        if variable.text and variable.text.casefold() != variable.name.casefold()
    ]
