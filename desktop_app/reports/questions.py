"""Up to three questions that a table can answer, in its own words, from its profile alone."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from desktop_app import counting
from desktop_app.engine.roles import FEWEST_ROWS, PERSONAL, REPEATED_ID
from desktop_app.language import mark
from desktop_app.records.plans import Task
from desktop_app.records.record import dataclass
from desktop_app.records.tables import Column, Table
from desktop_app.reports.answers_meant import yes_of
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.question_names import MONEY, UNKNOWN, rank

MOST_QUESTIONS = 3
MOST_KINDS = 10
MOST_KINDS_ASKED_FOR = 30  # where the name of the column says that people ask for them
FEWEST_OF_A_KIND = 10
MOST_MISSING = 0.9

Shape = Literal["two", "many", "number"]


class TwoKinds(NamedTuple):
    """The one of two kinds that is looked for, and the other."""

    yes: str
    no: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question that one click asks: the column to predict, which kind of task, and the sentence."""

    target: str
    task: Task
    sentence: str


def suggest(table: Table) -> tuple[Question, ...]:
    """Return the likeliest questions: by the name of the column, then the last one, then the fullest one."""
    if table.rows < FEWEST_ROWS:
        return ()
    last = table.columns[-1].position if table.columns else 0
    shapes = ((column, _shape(column, table.rows)) for column in table.columns)
    likely = sorted(
        ((column, shape) for column, shape in shapes if shape),
        key=lambda one: (_rank(*one), one[0].position != last, one[0].missing, one[0].position),
    )
    return tuple(_question(column, shape) for column, shape in likely[:MOST_QUESTIONS])


def _rank(column: Column, shape: Shape) -> float:
    """Return how likely people ask about a column, 0 likeliest: one of two kinds before amounts of money."""
    by_name = rank(column.name)
    return min(by_name, MONEY - 0.5) if shape == "two" and by_name < UNKNOWN else by_name


def question_text(column: Column, task: Task) -> str:
    """Return the question that a column is asked, as its result will ask it."""
    values: dict[str, object] = {"target": column.name}
    if task == "regression":
        return text_of("question.number", values)
    if kinds := two_kinds(column):
        return text_of("question.two", values | kinds._asdict())
    return text_of("question.many", values)


def two_kinds(column: Column) -> TwoKinds | None:
    """Return the two kinds that a column holds; None where they are not just two."""
    if column.distinct != len(column.top_values):
        return None
    kinds: dict[str | float, str] = {}
    for bar in column.top_values:  # the most frequent first, which gives a kind its name
        kinds.setdefault(_kind(column, bar.label), bar.label)
    return _yes_and_no(list(kinds.values())) if len(kinds) == 2 else None


def _kind(column: Column, text: str) -> str | float:
    """Return the kind of a value: of numbers, "1" and "1.0" are one."""
    try:
        return float(text) if column.type == "number" else text
    except ValueError:
        return text


def _yes_and_no(kinds: Sequence[str]) -> TwoKinds:
    """Return which of two kinds, the more frequent first, is looked for."""
    yes = yes_of(kinds, common=kinds[0])
    return TwoKinds(yes, next(kind for kind in kinds if kind != yes))


def no_question_text(table: Table) -> str:
    """Return why no column of a table can be predicted."""
    few = table.rows < FEWEST_ROWS
    reason = (
        mark("there are too few rows to learn from and check")
        if few
        else mark("they hold only IDs, dates, texts, constants, or kinds that appear too seldom")
    )
    return text_of("suggest.none", {"reason": reason})


def _shape(column: Column, rows: int) -> Shape | None:
    """Return which question a column can be asked; None where it cannot."""
    if _names_or_dates(column) or column.distinct < 2 or column.missing > MOST_MISSING * rows:
        return None
    if column.distinct == 2:
        return "two" if _all_frequent(column) else None
    most = MOST_KINDS_ASKED_FOR if rank(column.name) < UNKNOWN and column.type != "number" else MOST_KINDS
    if (column.type != "number" or column.whole) and column.distinct <= most and _all_frequent(column):
        return "many"
    if column.type != "number" or _numbers_rows(column, rows):
        return None
    return "number"


def _names_or_dates(column: Column) -> bool:
    """Return whether a column tells which row it is, or whose, and when."""
    is_name = any(note.code in (REPEATED_ID, PERSONAL) for note in column.notes)
    return is_name or column.type in ("id", "date", "text")


def _numbers_rows(column: Column, rows: int) -> bool:
    return column.whole and column.distinct >= rows - column.missing


def _all_frequent(column: Column) -> bool:
    kinds = column.top_values
    return len(kinds) >= 2 and all(bar.count >= FEWEST_OF_A_KIND for bar in kinds)


def _question(column: Column, shape: Shape) -> Question:
    if shape == "number":
        return Question(target=column.name, task="regression", sentence=_number_sentence(column))
    kinds = [bar.label for bar in column.top_values]
    values: dict[str, object] = {"target": column.name}
    if shape == "two":
        return Question(
            target=column.name,
            task="classification",
            sentence=text_of("suggest.two", values | _yes_and_no(kinds)._asdict()),
        )
    values |= {"first": kinds[0], "second": kinds[1]}
    if column.distinct == len(kinds) == 3:
        sentence = text_of("suggest.three", values | {"third": kinds[2]})
    else:
        sentence = text_of("suggest.many", values | {"count": column.distinct - 2})
    return Question(target=column.name, task="classification", sentence=sentence)


def _number_sentence(column: Column) -> str:
    values: dict[str, object] = {"target": column.name}
    if column.low is not None and column.high is not None:
        written = counting.Amounts(digits=3, decimals=column.decimals)
        spread = column.high - column.low
        values |= {
            "low": written.level(column.low, beside=spread),
            "high": written.level(column.high, beside=spread),
        }
    return text_of("suggest.number", values)
