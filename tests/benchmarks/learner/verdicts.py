"""What is said of tables beside what is true: `... verdicts [FOLDER] [TABLES]`.

Six made tables with a trap each, and the first twelve of FOLDER if it holds a `datasets.json`. Each is
learned from within 15 seconds as `train` does; then rows that it has not seen are answered as `predict` does,
and scored by the very measure that the page speaks of. *Fits*: of kinds the expected calibration error of the
answer given (ten parts of equal size; Naeini et al., 2015), of numbers the share inside the ranges for 80 %;
both of the rows that it has not seen, with their count.
"""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from desktop_app.records.results import Evaluation
from desktop_app.reports.verdict_words import verdict_words
from tests.benchmarks.learner.cases import Case, made_cases, real_cases, write_rows
from tests.benchmarks.learner.learned import Said, answer_file, learn_file
from tests.benchmarks.learner.made_columns import Floats

TABLES = 12
BINS = 10


def main(arguments: Sequence[str]) -> None:
    """Print a line for each table: what was said, its range, and the truth."""
    print("| table | rows | level | said (range) | true | fits (rows aside) | sentence | notes |")
    print("|---|---:|---|---:|---:|---:|---|---|")
    for case in _cases(arguments):
        with tempfile.TemporaryDirectory() as folder:
            print(_line(case, Path(folder)), flush=True)


def _cases(arguments: Sequence[str]) -> Iterator[Case]:
    yield from made_cases()
    if arguments:
        yield from real_cases(Path(arguments[0]), int(arguments[1]) if len(arguments) > 1 else TABLES)


def _line(case: Case, folder: Path) -> str:
    path = write_rows(folder / "learn.csv", case.learn)
    learned = learn_file(path, case.target, case.task, folder / "learned")
    if isinstance(learned, str):
        return f"| {case.name} | {len(case.learn):,} | refused: {learned} | | | | | {case.expected} |"
    asked = write_rows(folder / "fresh.csv", case.fresh, without=case.target)
    said = answer_file(learned, asked, folder / "answered")
    real = [row[case.target].strip() for row in case.fresh]
    score, words = learned.evaluation.score, verdict_words(learned.evaluation)
    told = (
        f"{words.badge}",
        f"{_number(score.value)} ({_number(score.low)} to {_number(score.high)})",
        _number(_truth(learned.evaluation, said, real)),
        f"{_fit(said, real)} ({len(real):,})",
        f"{words.headline} {words.support}".replace("|", "/"),
        f"{_notes(learned.evaluation)}{f' (expected: {case.expected})' if case.expected else ''}",
    )
    return f"| {case.name} | {len(case.learn):,} | " + " | ".join(told) + " |"


def _number(value: float) -> str:
    return f"{value:.3g}" if abs(value) < 1_000 else f"{value:,.0f}"


def _notes(evaluation: Evaluation) -> str:
    """Return the codes of what is said beside the verdict, and the columns that were left out."""
    codes = [notice.code for notice in evaluation.warnings]
    out = [f"{one.column} left out ({one.reason})" for one in evaluation.left_out]
    return "; ".join([f"tested by {evaluation.tested_by}"] * bool(evaluation.tested_by) + out + codes)


def _truth(evaluation: Evaluation, said: Said, real: Sequence[str]) -> float:
    """Return the score of the page's measure on the rows that were kept aside."""
    if said.classes:
        return _share(evaluation, said, real)
    return float(np.mean(np.abs(_amounts(real) - said.answers[:, 0])))


def _amounts(real: Sequence[str]) -> Floats:
    return np.array([float(cell.replace(",", "")) for cell in real])


def _fit(said: Said, real: Sequence[str]) -> str:
    if said.low is not None and said.high is not None:
        amounts = _amounts(real)
        return f"{100 * np.mean((said.low <= amounts) & (amounts <= said.high)):.1f} %"
    chances, names = said.answers.max(axis=1), np.array(said.classes)
    right = names[np.argmax(said.answers, axis=1)] == np.array(real)
    parts = np.array_split(np.argsort(chances, kind="stable"), BINS)
    gaps = [len(part) * abs(chances[part].mean() - right[part].mean()) for part in parts if len(part)]
    return f"{sum(gaps) / len(real):.3f}"


def _share(evaluation: Evaluation, said: Said, real: Sequence[str]) -> float:
    names = np.array(said.classes)
    truth, answers = np.array(real), names[np.argmax(said.answers, axis=1)]
    if evaluation.score.metric == "accuracy":
        return float(np.mean(truth == answers))
    if evaluation.score.metric == "balanced_accuracy":
        return float(np.mean([np.mean(answers[truth == name] == name) for name in np.unique(truth)]))
    value = evaluation.rare.value if evaluation.rare else said.classes[0]
    surest = np.argsort(-said.answers[:, said.classes.index(value)])[: int(np.sum(truth == value))]
    return float(np.mean(truth[surest] == value))
