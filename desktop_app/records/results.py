"""What came of a training."""

from dataclasses import field
from typing import Literal

from desktop_app.records.each import Each
from desktop_app.records.handover import NarrowForm
from desktop_app.records.insights import Band, Calibration, CostCheck, Cuts, Pace, Rule, WeakSpot
from desktop_app.records.lineage import Lineage
from desktop_app.records.notices import Notice
from desktop_app.records.plans import LeftOut, Task
from desktop_app.records.record import dataclass
from desktop_app.records.remote import OnCluster
from desktop_app.records.texts import TextWords, TypicalRows

Metric = Literal["accuracy", "precision_at_k", "balanced_accuracy", "mean_absolute_error"]
KindName = Literal[
    "linear",
    "kernel",
    "boosting",
    "boosting_small",
    "boosting_log",
    "boosting_large",
    "forest",
    "network",
    "rule",
]
ModelName = KindName | Literal["baseline", "together"]
VerdictLevel = Literal["untested", "guessing", "suspicious", "weak", "useful", "good"]
EASY = 0.98  # skill from which hardly any question is honest: are the columns known in time?


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How well the model did on rows it had never seen: the value and its 95 % range."""

    metric: Metric
    value: float
    low: float
    high: float
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """How well the simplest guess did on the same rows, in the same metric."""

    metric: Metric
    value: float
    answer: str  # the most frequent class, or the mean, as the file would write it


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """1 - loss / loss of the simplest guess, on the same unseen rows, with the low end of its 95 % range."""

    value: float
    low: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One model that was tried: its cross-validated loss, and the same in the page's measure."""

    name: ModelName
    metric: Literal["log_loss", "rmse"]
    score: float  # the loss, lower is better
    practice: float  # accuracy, or mean absolute error, on the hidden parts
    seconds: float
    chosen: bool = False
    failed: bool = False
    weight: float = 0.0  # in the model that is delivered, where that is several together
    held_by: tuple[NarrowForm, ...] = ()  # forms that surely hold it; of the others it is not known


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What decided a training beside rows and plan, the clock above all: all three give the same model."""

    tried: dict[str, int]  # kind: for how many parts of the search
    copies: int  # that each kind was learned in which chance shapes
    paced: bool = False  # there was time to learn from fewer rows, too
    stopped: bool = False  # the person did not wait for the end of the search
    share: float = 1.0  # of the table's rows that were read, as many as there was memory for
    rows_withheld: int = 0  # left out by a value that the model file does not tell: it may point to a person
    settings: dict[str, float] = field(default_factory=dict)  # kind that was chosen: its setting
    places: int = 0  # of a cluster, that more was tried on; 0: on this computer


@dataclass(frozen=True, slots=True, kw_only=True)
class Rare:
    """How well a rare class is found among the k rows the model is surest about."""

    value: str  # the rare class
    k: int
    found: int
    random: float  # how many k rows picked at random would hold
    positives: int  # rows of the class in the whole table
    test_positives: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Confusion:
    """Counts of test rows; counts[i][j]: really labels[i], answered labels[j]."""

    labels: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Importance:
    """How much worse the score gets when one column is mixed up between rows, with its 95 % range."""

    column: str
    loss: float  # in the metric of the score: fewer right, or more off
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Misses:
    """For a number: how far the answers are off, and a sample of (real, answered) pairs to draw."""

    half: float  # median of the absolute misses
    tenth: float  # 90th of 100
    coverage: float  # share of test rows whose 80 % range held the real value
    pairs: tuple[tuple[float, float], ...] = ()
    of: int = 0  # rows the sample was drawn from


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveAway:
    """A column that alone nearly gives the answer, and the score without it, learned anew."""

    column: str
    alone: float  # share of the skill that this one column reaches
    without: float  # the score's metric, without the column


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether to use the model."""

    level: VerdictLevel
    shape: Literal["two", "many", "rare", "number"]  # which family of sentences speaks of it

    @property
    def is_for_use(self) -> bool:
        """Whether its answers may be used: tested, better than guessing, and not too good to be true."""
        return self.level not in ("untested", "guessing", "suspicious")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """Everything a training found out; the results page is made from this alone."""

    task: Task
    target: str
    classes: tuple[str, ...]  # sorted as shown; empty for a number
    common: str  # the most frequent class
    rows: int  # those with a target
    tested: Literal["held_out", "repeated", "held_out_no_refit", "brought"]  # brought: a model made elsewhere
    folds: int
    features: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    warnings: tuple[Notice, ...]
    baseline: Baseline
    score: Score
    skill: Skill
    verdict: Verdict
    candidates: tuple[Candidate, ...]
    importances: tuple[Importance, ...] = ()
    confusion: Confusion | None = None
    rare: Rare | None = None
    misses: Misses | None = None
    give_away: GiveAway | None = None
    seen: float | None = None  # the score on rows it learned from
    decimals: int = 0  # of the target in the file
    unit: str = ""  # of the target, where a schema file says it
    seconds: float = 0.0
    stopped: bool = False  # the person stopped it and kept the best so far
    longer_helps: bool = False  # with the next longer budget more would be tried
    tested_by: Literal["group", "time", ""] = ""  # what kept the tested rows apart from those learned from
    tested_column: str = ""  # the column that says so
    tested_things: int = 0  # by group: how many different values the tested rows have
    tested_after: str = ""  # by time: the last moment that was learned from before the test
    receipt: "Receipt | None" = None  # none in models of older programs
    calibration: Calibration | None = None
    cuts: tuple[Cuts, ...] = ()  # one a class
    bands: tuple[Band, ...] = ()  # of a number, from small answers to large ones
    pace: tuple[Pace, ...] = ()  # from few rows to all that were learned from; two at least, or none
    weak_spots: tuple[WeakSpot, ...] = ()
    rule: Rule | None = None
    costs: CostCheck | None = None  # where it was said what mistakes cost
    on_cluster: OnCluster | None = None  # where a cluster learned instead of this computer
    lineage: Lineage | None = None  # where it was learned again from another model
    each: Each | None = None  # where each group has a model of its own
    words: TextWords | None = None  # that go with an answer; none of a table without columns of text
    typical: tuple[TypicalRows, ...] = ()  # rows of the table: only the workspace keeps them

    @property
    def apart(self) -> Each | None:
        """The groups that have a model of their own; None where one model answers for all rows."""
        return None if self.each is None or self.each.is_pooled else self.each

    @property
    def is_tested(self) -> bool:
        """Whether it was asked for rows whose answer is known: a model that was made elsewhere may not be."""
        return self.score.rows > 0

    @property
    def is_brought(self) -> bool:
        """Whether it was made elsewhere: what it learned from is not known here."""
        return self.tested == "brought"

    @property
    def learned_rows(self) -> int:
        """The rows that the delivered model learned from: without those that tested it, or all once more."""
        return self.rows - self.score.rows if self.tested == "held_out_no_refit" else self.rows
