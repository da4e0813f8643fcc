"""Whether what the learner says of a made-up table agrees with what is known of it."""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from tests.benchmarks.imported import words_of
from tests.benchmarks.learner.fresh_rows import Fresh, fresh_rows
from tests.benchmarks.learner.leaks import HEADINGS, leak_of, with_leak
from tests.benchmarks.learner.learned import Learned, learn_file
from tests.benchmarks.learner.made_tables import TARGET, Process, Rows
from tests.benchmarks.learner.wishes import Ask, chances_of, process_for

_READING = ("import.", "find.")  # codes of what is said of the file, not of what a column gives away
_SUSPECT = "suspicious"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """A question, and the number of its table."""

    ask: Ask
    seed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Honesty:
    """What was said of one table, and whether that is right."""

    group: str  # the tables it is counted with
    level: str  # of the verdict, or the code of the refusal
    good: bool
    text: str  # what is known and what was said, for whoever looks at a miss
    fresh: Fresh | None = None
    in_verdict: str = ""  # the column that the verdict says gives the answer away


def judge(task: Attempt) -> Honesty:
    """Make a table, learn from it, and return whether what was said is right; a fault is a miss."""
    try:
        return _judge(task)
    except Exception as error:  # noqa: BLE001 - it is counted, and the others are still wanted
        return Honesty(group="failed", level="fault", good=False, text=words_of(error))


def _judge(task: Attempt) -> Honesty:
    chances = chances_of(task.ask, task.seed)
    process = process_for(task.ask, chances.making)
    rows = process.draw(chances.learning, process.wish.rows)
    group = process.label
    if task.ask == "leak":
        leak = leak_of(task.seed)
        rows, group = with_leak(rows, leak, process, chances.learning), leak
    with tempfile.TemporaryDirectory(prefix="hunch-honesty-") as name:
        folder = Path(name)
        path = rows.write(folder / f"{task.ask} {task.seed}.csv")
        learned = learn_file(path, TARGET, process.task, folder / "learning")
        about = f"{process.label}, {_about(process, rows)}"
        if isinstance(learned, str):
            return Honesty(group=group, level=learned, good=False, text=f"{about}: refused")
        fresh = fresh_rows(process, learned, chances.fresh, folder) if task.ask == "range" else None
    good, said = _judged(task, learned, process, fresh)
    evaluation = learned.evaluation
    level, give_away = evaluation.verdict.level, evaluation.give_away
    return Honesty(
        group=evaluation.score.metric if fresh else group,
        level=level,
        good=good,
        text=f"{about}: {level}, {_said(learned)}{said}",
        fresh=fresh,
        in_verdict=give_away.column if give_away else "",
    )


def _about(process: Process, rows: Rows) -> str:
    """Return what is known of a table; *limit*: how surely the best predictor beats the guess on its rows."""
    return (
        f"{process.wish.rows:,} rows, {process.wish.columns} columns, {len(process.terms)} pull, "
        f"S {process.skill:.2f}, limit {_limit(process, rows):.2f}"
    )


def _limit(process: Process, rows: Rows) -> float:
    """Return the low end of the 95 % range of the best predictor's skill on the very rows of the table."""
    best, values = rows.answers.best, rows.answers.values
    if process.target.classes:
        codes = values.astype(np.int64)
        shares = np.bincount(codes, minlength=best.shape[1]) / len(codes)
        ours = -np.log(np.maximum(best[np.arange(len(codes)), codes], 1e-15))
        guess = -np.log(np.maximum(shares[codes], 1e-15))
    else:
        ours, guess = (values - best[:, 0]) ** 2, (values - values.mean()) ** 2
    gain = (guess - ours) / max(float(guess.mean()), 1e-12)
    return float(gain.mean() - 1.96 * gain.std() / np.sqrt(len(gain)))


def _said(learned: Learned) -> str:
    skill = learned.evaluation.skill
    return f"skill {skill.value:.2f} from {skill.low:.2f}"


def _judged(task: Attempt, learned: Learned, process: Process, fresh: Fresh | None) -> tuple[bool, str]:
    """Return whether what was said is right, and what else tells of it."""
    level = learned.evaluation.verdict.level
    if fresh is not None:
        return fresh.covered, f", {fresh.text}"
    if task.ask == "noise":
        return level == "guessing", ""
    if task.ask == "signal":
        return level in ("weak", "useful", "good"), _named(learned, "")
    if task.ask == "leak":
        heading = HEADINGS[leak_of(task.seed)]
        return heading in _accused(learned), _named(learned, heading)
    strong = {process.columns[term.columns[0]].name for term in process.terms}
    accused = strong & set(_accused(learned))
    return level != _SUSPECT and not accused, f"{_shares(process)}{_named(learned, '')}"


def _accused(learned: Learned) -> dict[str, str]:
    """Return the columns that the result leaves out or warns of, and by which reason or code."""
    found: dict[str, str] = {}
    excluded: Any = learned.shown["excluded"]
    warnings: Any = learned.shown["warnings"]
    for left in excluded:
        found[left["column"]] = left["reason"]
    for warning in warnings:
        if not warning["code"].startswith(_READING):
            found |= {column: warning["code"] for column in warning["columns"] if column != TARGET}
    return found


def _named(learned: Learned, heading: str) -> str:
    """Return which columns are accused; *heading* alone, where one is looked for."""
    give_away = learned.evaluation.give_away
    accused = {name: why for name, why in _accused(learned).items() if not heading or name == heading}
    names = [f"{name} ({why})" for name, why in accused.items()]
    names += [f"{give_away.column} (verdict)"] if give_away else []
    return f"; named: {', '.join(names)}" if names else "; no column is named"


def _shares(process: Process) -> str:
    sizes = [term.weights[0] ** 2 for term in process.terms]
    parts = [
        f"{process.columns[term.columns[0]].name} {size / sum(sizes):.0%}"
        for term, size in zip(process.terms, sizes, strict=True)
    ]
    return f"; signal: {', '.join(parts[:2])}"
