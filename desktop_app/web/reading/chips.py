"""How a table was read, as a row of chips: each one decision, and what else it could be."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from desktop_app.language import _, name, number, say
from desktop_app.records.notices import Notice
from desktop_app.records.record import dataclass
from desktop_app.records.tables import NAMED_BY_A_ROW, WORKBOOKS, Column, Recipe, Table
from desktop_app.reports.notice_words import notice_text, text_of
from desktop_app.reports.reading_names import (
    DELIMITERS,
    delimiter_name,
    encoding_name,
    plain_reading,
    reading_button,
    reading_name,
)
from desktop_app.web.reading.letters import Option, letter_options, odd_words

Part = Literal["sheet", "range", "letters", "delimiter", "header", "left", "marks", "types"]

# What a column can be told to be; "number" and "date" as such leave open how they are written.
TOLD = (
    "number-point",
    "number-comma",
    "date-dmy",
    "date-mdy",
    "date-ymd",
    "yes/no",
    "category",
    "text",
    "id",
)
MOST_LISTED = 200  # columns to choose from by their names
_TOLD_AT: dict[str, Part] = {
    "import.sheet": "sheet",
    "import.hidden_sheets": "sheet",
    "import.skipped_sheets": "sheet",
    "import.letters": "letters",
    "import.plain_letters": "letters",
    "import.header": "header",
    "import.header_rows": "header",
    "import.name_rows": "header",
    "import.titles": "header",
    "import.no_header": "header",
    "import.footer": "left",
    "import.totals": "left",
    "import.missing_marks": "marks",
}
_PLAIN = {"number": "number-point", "date": "date-ymd"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """One decision of a recipe, in a few words, and what is said when it is opened."""

    part: Part
    words: str
    said: str
    options: tuple[Option, ...] = ()
    columns: tuple[Option, ...] = ()  # to choose one from
    value: str = ""
    told: tuple[str, ...] = ()  # what reading the file gave rise to, in sentences
    is_decided: bool = False  # by the person

    @property
    def key(self) -> str:
        """What tells it apart from the other chips of a table."""
        return f"{self.part}-{self.value}" if self.part == "types" else self.part


def chips_of(table: Table) -> tuple[Chip, ...]:
    """Return what was decided about a file, from the file as a whole to its cells."""
    recipe = table.recipe
    made = (*_place(recipe), *_text(table), *_rows(recipe), *_marks(recipe), *_types(table))
    return tuple(_with_told(chip, table) for chip in made)


def told_at_chips(table: Table) -> tuple[Notice, ...]:
    """Return the notices that harm nothing and that a chip tells when it is opened."""
    parts = {chip.part for chip in chips_of(table)}
    return tuple(
        notice for notice in table.warnings if notice.level == "note" and _TOLD_AT.get(notice.code) in parts
    )


def _with_told(chip: Chip, table: Table) -> Chip:
    notices = [notice for notice in table.warnings if _TOLD_AT.get(notice.code) == chip.part]
    told = tuple(notice_text(notice) for notice in notices)
    return replace(chip, told=told, said="" if told and chip.part == "marks" else chip.said)


def told_options(column: Column, recipe: Recipe) -> tuple[Option, ...]:
    """Return what a column can be told to be, what it is now chosen."""
    now = reading_now(column, recipe)
    return tuple(Option(value=told, label=reading_name(told), is_chosen=told == now) for told in TOLD)


def reading_now(column: Column, recipe: Recipe) -> str:
    """Return how the cells of a column are meant, as far as it is known."""
    key = column.in_file
    found = recipe.wishes.readings.get(key) or recipe.readings.get(key) or column.type
    found = plain_reading(found)
    return _PLAIN.get(found, found)


def _place(recipe: Recipe) -> Iterator[Chip]:
    """Yield where in a workbook the table stands."""
    if recipe.format not in WORKBOOKS:
        return
    if recipe.sheet:
        yield Chip(
            part="sheet",
            words=text_of("chip.sheet", {"sheet": recipe.sheet}),
            said=text_of("opened.sheet"),
            options=_sheets(recipe),
            is_decided=bool(recipe.wishes.sheet),
        )
    words = text_of("chip.range", {"range": recipe.range}) if recipe.range else text_of("chip.whole_sheet")
    yield Chip(
        part="range",
        words=words,
        said=text_of("opened.range"),
        value=recipe.range,
        is_decided=bool(recipe.wishes.range),
    )


def _sheets(recipe: Recipe) -> tuple[Option, ...]:
    return tuple(
        Option(
            value=sheet.name,
            label=name(sheet.name),
            sample=_("hidden") if sheet.is_hidden else "",
            is_chosen=sheet.name == recipe.sheet,
        )
        for sheet in recipe.sheets
    )


def _text(table: Table) -> Iterator[Chip]:
    """Yield which letters a text file is written in, and what parts its columns."""
    recipe = table.recipe
    if recipe.encoding:
        words = odd_words(table)
        yield Chip(
            part="letters",
            words=text_of("chip.letters", {"what": encoding_name(recipe.encoding)}),
            said=text_of("opened.letters" if words else "opened.plain_letters"),
            options=letter_options(recipe.encoding, words),
            is_decided=bool(recipe.wishes.encoding),
        )
    if recipe.format == "csv":
        found = recipe.delimiter
        yield Chip(
            part="delimiter",
            words=text_of("chip.delimiter", {"what": delimiter_name(found)})
            if found
            else text_of("chip.one_column"),
            said=text_of("opened.delimiter"),
            options=tuple(
                Option(value=letter, label=delimiter_name(letter), is_chosen=letter == found)
                for letter in dict.fromkeys((*DELIMITERS, *([found] if found else [])))
            ),
            is_decided=bool(recipe.wishes.delimiter),
        )


def _rows(recipe: Recipe) -> Iterator[Chip]:
    """Yield which rows of the file are the table."""
    wishes = recipe.wishes
    if recipe.format in NAMED_BY_A_ROW:
        yield Chip(
            part="header",
            words=_header_words(recipe),
            said=text_of("opened.header"),
            value=str(recipe.header) if recipe.header else "",
            is_decided=wishes.header is not None,
        )
    if recipe.left_out or wishes.keep_all:
        values = {"count": recipe.left_out}
        yield Chip(
            part="left",
            words=text_of("chip.left_out", values) if recipe.left_out else text_of("chip.all_rows"),
            said=text_of("opened.left_out", values) if recipe.left_out else text_of("opened.all_rows"),
            is_decided=wishes.keep_all,
        )


def _header_words(recipe: Recipe) -> str:
    if not recipe.header:
        return text_of("chip.no_header")
    values = {"row": number(recipe.header), "first": number(recipe.header - recipe.header_rows + 1)}
    return text_of("chip.header_rows" if recipe.header_rows > 1 else "chip.header", values)


def _marks(recipe: Recipe) -> Iterator[Chip]:
    """Yield which spellings stand for no value."""
    if marks := recipe.missing_marks:
        yield Chip(
            part="marks",
            words=text_of("chip.marks", {"count": len(marks)}),
            said=text_of("opened.marks", {"marks": list(marks)}),
        )


def _types(table: Table) -> Iterator[Chip]:
    """Yield how numbers and dates were understood, where that is not plain, then what all columns are."""
    recipe, count = table.recipe, len(table.columns)
    options = tuple(Option(value=told, label=reading_name(told)) for told in TOLD)
    readings = {name: plain_reading(reading) for name, reading in recipe.readings.items()}
    for reading in dict.fromkeys(readings.values()):
        columns = [column for column in table.columns if readings.get(column.in_file) == reading]
        if columns and reading not in _PLAIN:
            yield Chip(
                part="types",
                words=text_of("chip.reading", {"what": reading_button(reading), "count": len(columns)}),
                said=text_of("opened.types"),
                options=options,
                columns=_listed(columns, recipe),
                value=reading,
                is_decided=any(column.in_file in recipe.wishes.readings for column in columns),
            )
    if count <= MOST_LISTED:
        yield Chip(
            part="types",
            words=text_of("chip.types", {"count": count}),
            said=text_of("opened.types"),
            options=options,
            columns=_listed(table.columns, recipe),
            is_decided=bool(recipe.wishes.readings),
        )


def _listed(columns: Sequence[Column], recipe: Recipe) -> tuple[Option, ...]:
    return tuple(_column_option(column, recipe) for column in columns[:MOST_LISTED])


def _column_option(column: Column, recipe: Recipe) -> Option:
    now = reading_name(reading_now(column, recipe))
    return Option(
        value=str(column.position), label=say("{name} – {what}", {"name": column.name, "what": now})
    )
