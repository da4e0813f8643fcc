"""What stands in columns of text: words that go with an answer, and the rows most typical of it."""

from desktop_app.records.record import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word, or two that follow each other, in small letters: how many rows hold it."""

    text: str
    found: int  # of the rows with the answer
    others: int  # of all other rows


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerWords:
    """The words that go with one answer, the clearest first: with a class, or large or small amounts."""

    value: str = ""  # the class; empty: a number
    low: float | None = None  # amounts from this one on
    high: float | None = None  # amounts up to this one
    rows: int  # with this answer, that were counted
    others: int  # with another answer
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TextWords:
    """All of them: found in some rows, and counted in others."""

    columns: tuple[str, ...]  # of text, which are read as one
    looked_at: int  # rows that the words were found in
    counted: int  # rows that they were counted in
    answers: tuple[AnswerWords, ...]  # those that were asked about, whether words were found or not
    are_drawn: bool = False  # these rows are not all, but drawn at random
    kinds: int = 0  # how many classes there are: words were looked for with the most frequent of them

    @property
    def are_found(self) -> bool:
        """Whether any word goes with any answer."""
        return any(answer.words for answer in self.answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class TypicalRow:
    """A tested row, and how sure the model was of it."""

    row: int  # its place in the table, from 0
    chance: float  # that was said for the class that it has


@dataclass(frozen=True, slots=True, kw_only=True)
class TypicalRows:
    """The rows of a class that the model was surest of, the surest first.

    They are places in a table and no cells of it: what stands in them is read where the table is.
    """

    value: str
    rows: tuple[TypicalRow, ...]
