"""How many rows have a caution, clean ones and ones that cannot be: `... cautions FOLDER [TABLE]...`.

FOLDER holds a `datasets.json`. Half of each table (20,000 rows at most) is learned from within 15 seconds,
the other half is answered as `predict` does. Then rows of that half get one cell of another row, in two
strongly related columns of the twelve that matter most to the model (Cramer's V of 0.3 at least, corrected as
by Bergsma, 2013), where no row of either half is near: of a number within a tenth of all rows on either side,
although ten rows at least would be if the columns had nothing to do with each other. As a new cell can be
wrong for another reason too, only what is said of combinations counts as found. *Draws* are clean files of
2,000, 300 and 40 rows of that half: how many of them have a caution on a column, and on which share of rows.
"""

import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import numpy.typing as npt
import pandas as pd

from desktop_app.journeys.predict_file import predict_file
from desktop_app.models.card import read_card
from desktop_app.records.jobs import Progress
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.models import MOST_COMBINED, Feature, ModelCard
from desktop_app.records.orders import PredictedFile, PredictFileOrder
from desktop_app.reports.sentences_apply import CAUTIONS
from tests.benchmarks.learner.learned import learn_file

TABLES = (
    *("adult", "credit_data", "california_housing", "abalone"),
    *("used_cars", "covid_testing", "hotel_rates", "ames_housing"),
    *("bank_churn_messy", "letter"),
)
DRAWS = (2_000, 300, 40)  # rows
MOST_ROWS = 40_000
RELATED = 0.3
PARTS = 8  # of a column, to tell how strongly two are related
NEAR = 0.1  # of all rows, on either side
EXPECTED = 10
PLANTED, TRIES = 30, 1_500  # a pair
_EMPTY = ("", "NA", "?")
_NUMBER = re.compile(r"-?\d[\d,]*\.?\d*")

Column = npt.NDArray[Any]
Flags = npt.NDArray[np.bool_]


def main(arguments: Sequence[str]) -> None:
    """Print a line for each table."""
    folder, *named = arguments
    print(
        "| table | rows | clean: combination | any other | other kinds | draws | said of them "
        "| planted | found | missed most |"
    )
    print("|---|---:|---:|---:|---|---:|---|---:|---:|---|")
    for one in json.loads((Path(folder) / "datasets.json").read_text()):
        if one["name"] in (named or TABLES):
            with tempfile.TemporaryDirectory() as work:
                print(f"| {one['name']} | {_measured(Path(folder), one, Path(work))} |", flush=True)


def _measured(folder: Path, one: dict[str, str], work: Path) -> str:
    target = one["target"]
    rows = pd.read_csv(folder / one["file"], dtype=str, keep_default_na=False)
    rows = rows[~rows[target].str.strip().isin(_EMPTY)]
    rows = rows.sample(min(len(rows), MOST_ROWS), random_state=0, ignore_index=True)
    half = len(rows) // 2
    rows.iloc[:half].to_csv(work / "learn.csv", index=False)
    learned = learn_file(work / "learn.csv", target, one["task"], work / "learned")
    if isinstance(learned, str):
        return learned
    clean = [_kinds(cell) for cell in _answered(learned.model, rows.iloc[half:], work)[1]]
    told = Counter(kind for kinds in clean for kind in kinds)
    others = sum(bool(kinds - {"combination"}) for kinds in clean)
    planted = list(_planted(_Table(rows, half, read_card(learned.model))))
    wrong = pd.DataFrame([row for _pair, row in planted])
    found = [_is_found(cell) for cell in _answered(learned.model, wrong, work)[1]] if planted else []
    missed = Counter(pair for (pair, _row), hit in zip(planted, found, strict=True) if not hit)
    each = ", ".join(f"{kind} {_share(count, half)}" for kind, count in told.items() if kind != "combination")
    worst = ", ".join(f"{pair} {count}" for pair, count in missed.most_common(2))
    return (
        f"{half:,} | {_share(told['combination'], half)} | {_share(others, half)} | {each} "
        f"| {_drawn(learned.model, rows.iloc[half:], work)} "
        f"| {len(found)} | {_share(sum(found), len(found))} | {worst}"
    )


def _share(count: int, of: int) -> str:
    return f"{100 * count / of:.2f} %" if of else "-"


def _drawn(model: Path, rows: pd.DataFrame, work: Path) -> str:
    """Return of some clean files the share of rows with a caution, and what is said of their columns."""
    shares, said = [], []
    for count in DRAWS:
        codes, cells = _answered(model, rows.sample(min(count, len(rows)), random_state=count), work)
        shares.append(_share(sum(map(bool, cells)), len(cells)))
        said.append(", ".join(codes) or "-")
    warned = len(said) - said.count("-")
    return f"{warned} of {len(said)}: {', '.join(shares)} | {'; '.join(said)}"


def _answered(model: Path, rows: pd.DataFrame, work: Path) -> tuple[list[str], list[str]]:
    """Return the codes of cautions on columns, and the cell "caution" of each row, as `predict` says them."""
    folder = Path(tempfile.mkdtemp(dir=work))
    rows.to_csv(folder / "new.csv", index=False)
    order = PredictFileOrder(
        model=str(model), path=str(folder / "new.csv"), out=str(folder / "answers.parquet")
    )
    predicted = from_json(PredictedFile, predict_file(to_json(order), folder, _report))
    notices = predicted.answers.preflight.notices
    codes = [f"{one.code} {'/'.join(one.columns)}" for one in notices if one.level != "note" and one.columns]
    with duckdb.connect() as duck:
        found = duck.execute("SELECT * FROM read_parquet(?)", [order.out])
        place = [column[0] for column in found.description or ()].index(predicted.written.added[-1])
        return codes, [row[place] or "" for row in found.fetchall()]


def _report(_progress: Progress) -> None:
    """Say nothing of how far it is."""


_PHRASES = {
    code.removeprefix("caution."): re.compile(re.sub(r"\\{\w+\\}", ".+", re.escape(sentence.one)))
    for code, sentence in CAUTIONS.items()
}


def _kinds(cell: str) -> set[str]:
    """Return the kinds of what a cell says."""
    return {kind for part in cell.split("; ") for kind, said in _PHRASES.items() if said.fullmatch(part)}


def _is_found(cell: str) -> bool:
    return "combination" in _kinds(cell)


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows of both halves, how many of them were learned from, and what learned from them."""

    rows: pd.DataFrame
    half: int
    card: ModelCard

    def columns(self) -> dict[str, Column]:
        """Return those that matter most: of numbers their places among all rows, of kinds their texts."""
        known = {feature.name: feature for feature in self.card.schema.features}
        matter = [one.column for one in self.card.evaluation.importances]
        names = [name for name in matter if known[name].type in ("number", "category", "yes/no")]
        return {name: self._cells(known[name]) for name in names[:MOST_COMBINED]}

    def _cells(self, feature: Feature) -> Column:
        texts = self.rows[feature.name].str.strip().astype(object)
        if feature.type != "number":  # what it has never seen, it may read as empty
            return texts.where(texts.isin(feature.levels), None).to_numpy(dtype=object)
        found = [_NUMBER.match(text) for text in texts]
        numbers = pd.Series([float(one[0].replace(",", "")) if one else np.nan for one in found])
        return numbers.rank(pct=True).to_numpy()


def _planted(table: _Table) -> Iterator[tuple[str, "pd.Series[Any]"]]:
    """Yield rows of the second half with a cell of another one, and in which two columns that cannot be."""
    columns, dice = table.columns(), np.random.default_rng(0)
    for first, second in combinations(columns, 2):
        if _strength(columns[first], columns[second]) < RELATED:
            continue
        count = 0
        for row, other in dice.integers(table.half, len(table.rows), size=(TRIES, 2)).tolist():
            if count < PLANTED and _cannot_be(table.half, columns[first], columns[second], (row, other)):
                count += 1
                wrong = table.rows.iloc[row].copy()
                wrong[second] = table.rows[second].iloc[other]
                yield f"{first} + {second}", wrong


def _cannot_be(half: int, first: Column, second: Column, places: tuple[int, int]) -> bool:
    """Return whether no row is near the cells of two rows in two columns, though many were to be expected."""
    one, other = _near(first, places[0]), _near(second, places[1])
    return not np.any(one & other) and one[:half].sum() * other[:half].sum() >= EXPECTED * half


def _near(column: Column, place: int) -> Flags:
    if column.dtype == object:
        return np.asarray(column == column[place]) & (column[place] is not None)
    return np.asarray(np.abs(column - column[place]) <= NEAR)


def _strength(first: Column, second: Column) -> float:
    """Return Cramer's V of the parts of two columns, corrected for chance."""
    counts = pd.crosstab(_parts(first), _parts(second)).to_numpy().astype(np.float64)
    rows, width = counts.sum(), min(counts.shape)
    if width < 2:
        return 0.0
    expected = counts.sum(axis=1)[:, None] * counts.sum(axis=0) / rows
    beyond = ((counts - expected) ** 2 / expected).sum() / rows
    beyond -= (counts.shape[0] - 1) * (counts.shape[1] - 1) / (rows - 1)
    return float(np.sqrt(max(0.0, beyond) / (width - 1)))


def _parts(column: Column) -> "pd.Series[Any]":
    if column.dtype == object:
        texts = pd.Series(column)
        return texts.where(texts.isin(texts.value_counts().index[:PARTS]))
    return pd.Series(np.ceil(column * PARTS))
