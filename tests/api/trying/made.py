"""A model that is tried: the table it learned from, a desk that only takes questions, and what it replies."""

from dataclasses import dataclass, field, replace

from desktop_app.errors import AppError
from desktop_app.records.asking import Ask, Changed, Like, Opening, Reason, Reply, Why
from desktop_app.records.notices import Notice
from desktop_app.records.results import Evaluation, Importance, Misses, Score, Verdict
from desktop_app.records.tables import Bar, Column, Recipe, Table
from tests.api.made import EVALUATION, ROWS

DAY = 86_400.0
KINDS = tuple(Bar(label=kind, count=100) for kind in ("West", "East", "South"))
YES_NO = (Bar(label="no", count=220), Bar(label="yes", count=80))
COLUMNS = (
    Column(
        name="months",
        type="number",
        position=0,
        missing=0,
        distinct=70,
        whole=True,
        minimum=1,
        low=2,
        median=18,
        high=60,
        maximum=72,
    ),
    Column(
        name="price",
        type="number",
        position=1,
        missing=3,
        distinct=200,
        decimals=2,
        unit="EUR",
        minimum=0.5,
        low=5,
        median=19.956,
        high=40,
        maximum=900,
    ),
    Column(name="region", type="category", position=2, missing=4, distinct=3, top_values=KINDS, bars=KINDS),
    Column(name="member", type="yes/no", position=3, missing=0, distinct=2, top_values=YES_NO, bars=YES_NO),
    Column(
        name="since",
        type="date",
        position=4,
        missing=0,
        distinct=200,
        minimum=0.0,
        low=10 * DAY,
        median=19_000 * DAY,
        high=19_800 * DAY,
        maximum=20_000 * DAY,
    ),
    Column(name="note", type="text", position=5, missing=9, distinct=290, examples=("calls often",)),
    Column(name="left", type="yes/no", position=6, missing=0, distinct=2, top_values=YES_NO, bars=YES_NO),
)
TABLE = Table(name="customers.csv", rows=ROWS, columns=COLUMNS, recipe=Recipe(format="csv", delimiter=","))
TRIED = replace(
    EVALUATION,
    features=("note", "months", "price", "region", "member", "since"),
    importances=(
        Importance(column="months", loss=0.1, low=0.08, high=0.12),
        Importance(column="price", loss=0.04, low=0.01, high=0.06),
    ),
)
AMOUNT: Evaluation = replace(
    TRIED,
    task="regression",
    target="price",
    classes=(),
    common="",
    features=("months", "region"),
    decimals=2,
    verdict=Verdict(level="useful", shape="number"),
    score=Score(metric="mean_absolute_error", value=7.2, low=6.8, high=7.6, rows=4000),
    misses=Misses(half=5.5, tenth=16, coverage=0.81),
)
LEAVES = Reply(
    answer="yes",
    chances={"no": 0.29, "yes": 0.71},
    why=Why(
        value="yes",
        usual=0.27,
        answer=0.71,
        reasons=(
            Reason(column="months", cell=4.0, amount=0.4),
            Reason(column="region", cell="West", amount=0.1),
            Reason(column="price", cell=None, amount=-0.05),
            Reason(column="", cell=None, amount=-0.01),
        ),
    ),
)
COSTS = Reply(
    answer="24.1",
    amount=24.1,
    low=20.5,
    high=28.1,
    why=Why(
        value="",
        usual=19.5,
        answer=24.1,
        reasons=(
            Reason(column="months", cell=4.0, amount=6.1),
            Reason(column="region", cell="West", amount=-1.5),
        ),
    ),
)
ALIKE = Reply(
    like=tuple(
        Like(
            row=row,
            outcome="yes" if row % 2 else "no",
            cells={"months": float(row), "region": "West"},
        )
        for row in range(9)
    ),
    near=2,
)
TURNED = Reply(answer="no", changes=(Changed(column="months", before=4.0, after=11.0),))
REAL = Reply(
    answer="no",
    cells={
        "months": 33.0,
        "price": 12.25,
        "region": "East",
        "member": "yes",
        "since": "2021-05-04",
        "note": "<script>alert(1)</script>",
    },
)
WARNED = replace(
    LEAVES,
    cautions=(
        Notice(code="caution.unseen", values={"column": "region", "value": "Moon"}),
        Notice(code="caution.above", values={"column": "months", "value": "99", "max": "72"}),
        Notice(code="caution.guessing"),
    ),
)


@dataclass
class FakeDesk:
    """Takes questions, and replies what a test has laid out for each sort of them."""

    replies: dict[str, Reply | AppError] = field(
        default_factory=lambda: {"answer": LEAVES, "similar": ALIKE, "change": TURNED, "row": REAL}
    )
    openings: list[Opening] = field(default_factory=list)
    asked: list[Ask] = field(default_factory=list)

    def ask(self, opening: Opening, question: Ask) -> Reply:
        self.openings.append(opening)
        self.asked.append(question)
        reply = self.replies[question.about]
        if isinstance(reply, AppError):
            raise reply
        return reply
