"""What a model file says about itself, and how a new table fits it."""

from dataclasses import field
from typing import Literal

from desktop_app.records.decisions import Decision
from desktop_app.records.matching import ColumnMatch, Scaling, Suggestion
from desktop_app.records.notices import Notice
from desktop_app.records.plans import Task, TrainingPlan
from desktop_app.records.record import dataclass
from desktop_app.records.results import Evaluation, Score
from desktop_app.records.tables import ColumnType, Recipe

MOST_COMBINED = 12  # columns
MOST_SHARES = 51  # of a column: its frequent levels, and all others
MOST_STEPS = 60  # of a column: their bits are one whole number
CAUTION = "caution"  # the heading of the last column that is always added
REASONS = ("reason 1", "reason 2", "reason 3")  # those of what moved an answer most, on request
MOST_LISTED = 50  # rows of one thing that is said of a new file
FEWEST_FITTING = 0.5  # of the columns that a model reads; below it is another table


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How the filled cells of a column were shared out: among steps of numbers, or among its frequent levels.

    A step holds the numbers up to its end, and above the one before.
    """

    rows: int  # that were filled
    ends: tuple[float, ...] = ()
    levels: tuple[str, ...] = ()
    shares: tuple[float, ...] = ()  # of each end or level, and of all others; together 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """What the model needs to know about one column to read it and to warn about new values."""

    name: str
    type: ColumnType
    levels: tuple[str, ...] = ()  # every value seen, for category and yes/no
    rare_levels: int = 0  # how many of them were seen in fewer than five rows, so may point to a person
    minimum: float | None = None
    maximum: float | None = None
    missing_share: float = 0.0
    low: float | None = None
    median: float | None = None
    high: float | None = None
    unit: str = ""  # of its numbers: "%", a currency, or one as "kg"
    is_withheld: bool = False  # all levels were taken out, so that no value can be compared
    spread: Spread | None = None  # none in files of older programs, and of days and texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """A column in steps: of numbers, or of days since 1970, between ends; or the values that many rows have.

    The first step holds both of its ends, each other one only the upper.
    """

    column: str
    ends: tuple[float, ...] = ()
    levels: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many steps there are."""
        return max(0, len(self.ends) - 1) or len(self.levels)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmet:
    """In which steps of two columns no row was, though many were to be expected."""

    first: str
    second: str
    cells: tuple[int, ...]  # one a step of the first column: bit k is set for step k of the second


@dataclass(frozen=True, slots=True, kw_only=True)
class Combinations:
    """What never occurred together in two columns of a table."""

    steps: tuple[Steps, ...] = ()
    unmet: tuple[Unmet, ...] = ()  # those that tell most first


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """The columns a model reads and the column it answers."""

    target: str
    task: Task
    classes: tuple[str, ...]
    features: tuple[Feature, ...]
    combinations: Combinations = Combinations()  # nothing in files of older programs
    is_impersonal: bool = False  # values and words that few rows share were taken out of it

    @property
    def may_identify(self) -> bool:
        """Whether it holds values or words of the table that may point to a person."""
        known = any(feature.type == "text" or feature.rare_levels for feature in self.features)
        return known and not self.is_impersonal

    @property
    def names(self) -> tuple[str, ...]:
        """The columns it reads."""
        return tuple(feature.name for feature in self.features)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelCard:
    """All that a model file says of itself without anything in it being run."""

    created: str  # ISO 8601, UTC
    versions: dict[str, str]
    table: str  # name of the file it learned from
    table_sha256: str
    schema: Schema
    plan: TrainingPlan
    evaluation: Evaluation
    recipe: Recipe
    golden_rows: int
    estimator_types: tuple[str, ...] = ()
    decision: Decision | None = None  # what a person decided about its answers

    @property
    def rows(self) -> int:
        """How many rows there were to learn from and to test on."""
        return self.evaluation.rows

    @property
    def stored_answers(self) -> int:
        """How many answers are asked for again at each opening, as the cards of other kinds call it."""
        return self.golden_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Concerned:
    """The first rows that a notice of a pre-flight speaks of."""

    code: str
    columns: tuple[str, ...]
    rows: tuple[int, ...]  # from 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Preflight:
    """How a new table fits a model, before any row is answered."""

    fit: Literal["fits", "caution", "unfit"]
    rows: int
    notices: tuple[Notice, ...]
    missing: tuple[str, ...] = ()  # columns that are needed and not there
    mapped: tuple[ColumnMatch, ...] = ()  # columns that are there under other names
    suggestions: tuple[Suggestion, ...] = ()  # columns that may be missing ones, until a person says so
    refused: tuple[str, ...] = ()  # missing columns of which a person has said that no suggestion is right
    needed: int = 0  # columns that the model reads; not known of files that older programs read
    concerned: tuple[Concerned, ...] = ()  # where single rows are spoken of
    scaled: tuple[Scaling, ...] = ()  # columns that are multiplied
    offers: tuple[Scaling, ...] = ()  # by what columns can be multiplied to be of the size that is known

    @property
    def other_table(self) -> Notice | None:
        """What says that hardly any column fits, if so: the wrong file rather than a file with gaps."""
        return next((notice for notice in self.notices if notice.code == "check.wrong_file"), None)

    @property
    def can_be_spared(self) -> tuple[str, ...]:
        """The missing columns, if it can be gone on without them: not where hardly any other one is there."""
        few = len(self.missing) > (1 - FEWEST_FITTING) * self.needed > 0
        return () if few or self.other_table else self.missing


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """How right a model is on the rows of a new file in which the answer was filled in already."""

    score: Score  # with the rows that were counted: all that are known, or some drawn at random
    promised: Score  # on rows it had never seen when it learned, answered from the same chance on
    holds: Literal["fits", "worse", "few"]  # whether the promise still holds, or too few rows to say
    known: int  # rows in which it is filled in
    strange: int = 0  # counted rows of a kind that it has never seen: they count as wrong
    target: str = ""
    yes: str = ""  # the rare kind whose surest rows are counted
    surest: int = 0  # how many those are
    decimals: int = 0  # of the target in the file that it learned from
    seen: int = 0  # rows that were not counted since it learned from them; of those that were drawn
    is_brought: bool = False  # the model was made elsewhere, and cannot learn again here


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What came of applying a model to a table; the rows are in `answers.parquet`."""

    rows: int
    cautions: int  # rows with a caution
    preflight: Preflight  # where columns are missing, they were allowed to be: a caution
    headings: tuple[str, ...]  # of the columns that were added
    counts: dict[str, int] = field(default_factory=dict)  # answers by class
    low: float | None = None
    middle: float | None = None
    high: float | None = None
    decision: Decision | None = None  # by which the rows were answered
    truth: Truth | None = None  # where the answer was filled in already
    untold: Notice | None = None  # why nothing was counted, though it was filled in

    @property
    def need_care(self) -> bool:
        """Whether a person must look at them: a row or the file has a caution, or the model became worse."""
        return bool(self.cautions) or self.preflight.fit != "fits" or self.show_worse

    @property
    def show_worse(self) -> bool:
        """Whether what the file says itself shows that the model became worse than it promised."""
        return self.truth is not None and self.truth.holds == "worse"
