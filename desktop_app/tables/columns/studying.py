"""What each column of a file is: its type, what counts as empty in it, and its profile."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.records.tables import Question
from desktop_app.tables.columns.asking import MOST_QUESTIONS, ask_code, ask_reading
from desktop_app.tables.columns.column_types import Context, Reading, read_column
from desktop_app.tables.columns.distincts import batches, collect, forget, set_apart
from desktop_app.tables.columns.facts import Facts, collect_facts
from desktop_app.tables.columns.profiles import Profile, forget_missing, profile
from desktop_app.tables.columns.senses import Evidence, evidence_of
from desktop_app.tables.columns.settling import Odd, settle, show
from desktop_app.tables.columns.suspects import Suspect, suspects_of
from desktop_app.tables.columns.wished import NUMBERS, Wish, wish_of
from desktop_app.tables.names import told_apart
from desktop_app.tables.raw import Raw

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_FIRST_ROWS = 200  # in which examples are looked for
_FIRST_CELLS = 200_000
_EXAMPLES = 5
_LONGEST_EXAMPLE = 200  # letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Studied:
    """One column of a raw file, understood."""

    place: int  # in the raw file
    name: str
    is_named_by_us: bool
    reading: Reading
    profile: Profile
    examples: tuple[str, ...]
    shown: str = ""  # what became of the reading's example
    wish: Wish | None = None
    odd: Odd | None = None  # cells that could not be read as the others
    suspect: Suspect | None = None  # a value that may stand for "not known"
    question: Question | None = None
    is_void: bool = False  # without a name and without a cell
    heading: str = ""  # what the file calls it, where a person gave it another name
    votes: tuple[str, ...] = ()  # what its cells say of other columns, whatever is wished of it

    @property
    def in_file(self) -> str:
        """What the file calls it."""
        return self.heading or self.name


def study(
    duck: "DuckDBPyConnection", raw: Raw, readings: Mapping[str, str], say: Callable[[float], None]
) -> tuple[Studied, ...]:
    """Return every column of a raw file but those that have neither a name nor a single cell.

    *readings* are those of `records.tables.Wishes`; one for a column that is not there, or that is no
    reading, does nothing. *say* is told which share of the columns is done.
    """
    study = _Study(duck, raw, readings)
    width = len(study.names)
    for batch in batches(width, raw.rows):
        study.take(batch, Evidence(), is_last=False)
        say(batch.stop / width)
    if study.pending:
        votes = [vote for votes in study.votes.values() for vote in votes]
        evidence = evidence_of(votes, raw.recipe.delimiter)
        for some in batches(len(study.pending), raw.rows):
            study.take(study.pending[some.start : some.stop], evidence, is_last=True)
    forget(duck)
    return tuple(study.columns[place] for place in range(width) if not study.columns[place].is_void)


class _Study:
    """The columns of one file, some at a time; those that only the others can decide come last."""

    def __init__(self, duck: "DuckDBPyConnection", raw: Raw, readings: Mapping[str, str]) -> None:
        self.duck, self.raw = duck, raw
        self.names, changed = told_apart(raw.headings)
        self._renamed = frozenset(changed)
        self._first = first_cells(duck, raw.path, len(raw.headings))
        self._wishes: dict[int, Wish] = {}
        for place, name in enumerate(self.names):
            if wish := wish_of(readings.get(name, "")):
                self._wishes[place] = wish
        self.columns: dict[int, Studied] = {}
        self.pending: list[int] = []
        self.votes: dict[int, tuple[str, ...]] = {}

    def take(self, places: Sequence[int], evidence: Evidence, *, is_last: bool) -> None:
        """Understand some columns; without *is_last*, those that are not certain are put off."""
        collect(self.duck, self.raw.path, places)
        for place in places:
            if place in self._wishes and (spellings := self._wishes[place].missing):
                set_apart(self.duck, place, spellings)
        wished = [
            place for place in places if place in self._wishes and self._wishes[place].reading in NUMBERS
        ]
        facts = collect_facts(self.duck, places, self.raw.rows, numbers=wished)
        readings = {place: self._read(place, facts[place], evidence) for place in places}
        senses = {place: reading.sense for place, reading in readings.items() if reading.sense}
        self.votes |= {place: self._votes(place, facts[place], readings[place]) for place in places}
        open_ = [place for place, sense in senses.items() if sense.open]
        if not is_last:
            self.pending.extend(open_)
            readings = {place: reading for place, reading in readings.items() if place not in open_}
        questions = {
            place: ask_reading(self.duck, self.names[place], facts[place], senses[place].open)
            for place in open_
            if is_last
        }
        self._finish(readings, facts, questions)

    def _read(self, place: int, facts: Facts, evidence: Evidence) -> Reading:
        given = self.raw.given[place] if self.raw.given else ""
        context = Context(evidence=evidence, given=given, wish=self._wishes.get(place))
        return read_column(self.names[place], facts, self.raw.rows, context)

    def _votes(self, place: int, facts: Facts, reading: Reading) -> tuple[str, ...]:
        """Return what the cells of a column say of others, whatever a person decided about it alone."""
        if place in self._wishes:
            given = self.raw.given[place] if self.raw.given else ""
            reading = read_column(self.names[place], facts, self.raw.rows, Context(given=given))
        return reading.sense.votes if reading.sense else ()

    def _finish(
        self, readings: Mapping[int, Reading], facts: Mapping[int, Facts], questions: Mapping[int, Question]
    ) -> None:
        forget_missing(self.duck, {place: tuple(reading.missing) for place, reading in readings.items()})
        odd = settle(self.duck, readings)
        shown = show(self.duck, readings)
        profiles = profile(self.duck, readings, len(self.names))
        unwished = {place: reading for place, reading in readings.items() if place not in self._wishes}
        suspects = suspects_of(self.duck, unwished)
        for place, reading in readings.items():
            found = profiles.get(place, Profile())
            suspect, name = suspects.get(place), self.names[place]
            question = questions.get(place)
            if suspect:
                question = ask_code(name, suspect, reading.written or reading.type, self.raw.rows)
            self.columns[place] = Studied(
                place=place,
                name=name,
                is_named_by_us=place in self._renamed,
                reading=reading,
                profile=found,
                examples=examples_of(self._first[place], reading, found),
                shown=shown.get(place, ""),
                wish=self._wishes.get(place),
                odd=odd.get(place),
                suspect=suspect,
                question=question,
                votes=self.votes[place],
                is_void=not self.raw.headings[place].strip() and _is_void(facts[place]),
            )


def with_most_important_questions(columns: Sequence[Studied]) -> tuple[Studied, ...]:
    """Keep few questions: those that decide over whole columns first, then those over many cells."""

    def weight(column: Studied) -> tuple[bool, int, int]:
        cells = column.suspect.cells if column.suspect else column.profile.filled
        return column.suspect is not None, -cells, column.place

    asked = sorted((column for column in columns if column.question), key=weight)
    kept = {column.place for column in asked[:MOST_QUESTIONS]}
    return tuple(column if column.place in kept else replace(column, question=None) for column in columns)


def _is_void(facts: Facts) -> bool:
    return not facts.values and not facts.marks


def first_cells(duck: "DuckDBPyConnection", raw: Path, width: int) -> list[tuple[str | None, ...]]:
    """Return the first cells of each column of a raw file; with more columns, fewer."""
    rows = max(_EXAMPLES, min(_FIRST_ROWS, _FIRST_CELLS // width))
    found = duck.execute(
        "SELECT * FROM read_parquet(?, file_row_number = true) WHERE file_row_number < ?",
        [str(raw), rows],
    ).fetchall()
    return list(zip(*found, strict=True))


def examples_of(cells: tuple[str | None, ...], reading: Reading, profile: Profile) -> tuple[str, ...]:
    """Return the first different values of a column; frequent ones where it begins empty."""
    values = [cell for cell in dict.fromkeys(cells) if cell is not None and cell not in reading.missing]
    values = values or [bar.label for bar in profile.top_values]
    return tuple(value[:_LONGEST_EXAMPLE] for value in values[:_EXAMPLES])
