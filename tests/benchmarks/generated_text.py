"""Made-up tables as text files: delimiters, encodings, quotes, and and what stands around them."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tests.benchmarks.generated_parts import Habits, Made, Value, signed, spelled

_ENCODINGS = {"utf-8": 0.5, "utf-8-sig": 0.15, "legacy": 0.28, "utf-16": 0.07}


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What stands around the rows, and how they become text."""

    header: str = "plain"  # plain, two, none, doubles, years
    headings: tuple[tuple[str, ...], ...] = ()
    titles: tuple[str, ...] = ()
    blank_after_titles: bool = False
    total: str = ""
    footers: tuple[str, ...] = ()
    blank_before_footers: bool = False
    delimiter: str = ","
    encoding: str = "utf-8"
    line_end: str = "\r\n"
    quotes: str = "needed"  # needed, all, none
    padded: bool = False  # titles are as wide as the table
    trailing: bool = False  # a delimiter ends every line
    ragged: str = ""  # short, long
    sep_line: bool = False
    breaks: bool = False  # line breaks within notes
    habits: Habits | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """What is special, for people."""
        named = {
            self.encoding: self.encoding != "utf-8",
            repr(self.delimiter): True,
            f"header {self.header}": True,
            "title": self.titles,
            "total": self.total,
            "footer": self.footers,
            "padded": self.padded,
            "trailing delimiter": self.trailing,
            f"{self.ragged} rows": self.ragged,
            "sep=": self.sep_line,
            "line breaks in cells": self.breaks,
            f"quotes: {self.quotes}": self.quotes != "needed",
        }
        return tuple(word for word, holds in named.items() if holds)

    def as_text(self, chance: random.Random, habits: Habits, *, boring: bool) -> "Layout":
        """Return the layout with all that a text file needs."""
        encoding = chance.choices(list(_ENCODINGS), list(_ENCODINGS.values()))[0]
        legacy = habits.tongue.letters
        encoding = chance.choice((legacy[0], *legacy)) if encoding == "legacy" else encoding
        delimiters = ";;;;;;\t\t|," if habits.decimal == "," else ",,,,,,;\t|"
        delimiter = "\t" if encoding == "utf-16" else chance.choice(delimiters)
        special = not boring
        layout = replace(
            self,
            delimiter=delimiter,
            encoding=encoding,
            line_end=chance.choice(("\r\n", "\r\n", "\n", "\n", "\r" if special else "\n")),
            quotes=chance.choice(("needed", "needed", "all", "none" if special else "needed")),
            padded=special and chance.random() < 0.4,
            trailing=special and chance.random() < 0.1,
            ragged=chance.choice(("", "", "", "", "short", "long")) if special else "",
            sep_line=special and delimiter in ",;" and encoding != "utf-16" and chance.random() < 0.06,
            breaks=special and chance.random() < 0.2,
            habits=habits,
        )
        # A cell too many would fill the empty column that a delimiter at the end of every line makes.
        return replace(layout, trailing=layout.trailing and layout.ragged != "long")


def written(
    chance: random.Random, columns: Sequence[Made], layout: Layout
) -> tuple[bytes, Layout, tuple[Made, ...]]:
    """Return the bytes of the file, with its layout and columns changed where an exporter changes them."""
    if layout.quotes == "none" and _needs_quotes(columns, layout):
        layout = replace(layout, quotes="needed")
    layout = replace(layout, breaks=layout.breaks and layout.quotes != "none")
    columns = [_fitting(chance, column, layout) for column in columns]
    rows = [list(cells) for cells in zip(*(column.cells for column in columns), strict=True)]
    _make_ragged(chance, rows, layout)
    lines = [
        layout.delimiter.join(_quoted(cell, layout) for cell in record)
        for record in _records(rows, columns, layout)
    ]
    if layout.trailing:
        lines = [line + layout.delimiter for line in lines]
    if layout.sep_line:
        lines.insert(0, f"sep={layout.delimiter}")
    text = layout.line_end.join(lines) + layout.line_end * (chance.random() < 0.85)
    try:
        content = text.encode(layout.encoding)
    except UnicodeEncodeError:
        layout = replace(layout, encoding="utf-8")
        content = text.encode()
    return content, layout, tuple(columns)


def _needs_quotes(columns: Sequence[Made], layout: Layout) -> bool:
    """Whether the delimiter stands in cells that are more than words, or in what is around them."""
    cells = [cell for column in columns if column.type != "text" for cell in column.cells]
    around = (*layout.titles, *layout.footers)
    return any(layout.delimiter in cell for cell in (*cells, *around)) or layout.delimiter == ","


def _fitting(chance: random.Random, column: Made, layout: Layout) -> Made:
    """Return the column with cells that the layout can hold, and with line breaks in notes."""
    cells, values = list(column.cells), list(column.values)
    if column.type == "text" and layout.quotes == "none":
        # Nothing is quoted, so the delimiter cannot stand in a cell.
        cells = [cell.replace(layout.delimiter, " ") for cell in cells]
        values = [
            str(value).replace(layout.delimiter, " ") if value is not None else None for value in values
        ]
    elif column.kind == "note" and layout.breaks:
        for row in chance.sample(range(len(cells)), max(1, len(cells) // 10)):
            if values[row] is not None:
                cells[row] = values[row] = f"{cells[row]}\n{cells[row]}"
    return replace(column, cells=tuple(cells), values=tuple(values))


def _make_ragged(chance: random.Random, rows: list[list[str]], layout: Layout) -> None:
    """Cut the empty cells at the ends of rows, or give two rows a cell too many."""
    if layout.ragged == "short":
        for row in rows:
            while len(row) > 1 and not row[-1]:
                row.pop()
    elif layout.ragged == "long":
        for row in chance.sample(rows, min(2, len(rows))):
            row.append("x")


def _records(rows: list[list[str]], columns: Sequence[Made], layout: Layout) -> Iterator[list[str]]:
    padding = [""] * (len(columns) - 1) if layout.padded else []
    for title in layout.titles:
        yield [title, *padding]
    if layout.titles and layout.blank_after_titles:
        yield ["", *padding]
    yield from (list(names) for names in layout.headings)
    yield from rows
    if layout.total:
        yield [layout.total, *_totals(columns[1:], layout)]
    if layout.footers and layout.blank_before_footers:
        yield ["", *padding]
    for footer in layout.footers:
        yield [footer, *padding]


def _totals(columns: Sequence[Made], layout: Layout) -> Iterator[str]:
    for column in columns:
        yield _total(column.values, column, layout.habits) if column.kind in ("amount", "count") else ""


def _total(values: Sequence[Value], column: Made, habits: Habits | None) -> str:
    total = sum(value for value in values if isinstance(value, float | int))
    if habits is None:
        return f"{total:.2f}"
    text = spelled(total, 2 if column.kind == "amount" else 0, habits)
    return signed(habits.money.format(text) if column.has_money else text, total, habits)


def _quoted(cell: str, layout: Layout) -> str:
    must = any(sign in cell for sign in (layout.delimiter, '"', "\n", "\r"))
    if layout.quotes == "all" or (layout.quotes == "needed" and must):
        doubled = cell.replace('"', '""')
        return f'"{doubled}"'
    return cell
