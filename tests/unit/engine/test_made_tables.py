"""The made-up tables by which the learner's honesty is measured: always the same, and true to themselves."""

import csv
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from tests.benchmarks.learner.leaks import HEADINGS, LEAKS, Leak, with_leak
from tests.benchmarks.learner.made_columns import Floats
from tests.benchmarks.learner.made_tables import TARGET, Aim, Process, Rows, Wish, make_process
from tests.benchmarks.learner.made_targets import Answers
from tests.benchmarks.learner.wishes import ASKS, LEAST_SKILL, Ask, chances_of, process_for

MANY = 20_000
AIMS = (
    Aim(form="even"),
    Aim(form="skewed"),
    Aim(form="counts"),
    Aim(shares=(0.6, 0.4)),
    Aim(shares=(0.93, 0.07)),
    Aim(shares=(0.4, 0.35, 0.15, 0.1)),
)


@cache
def process_of(aim: Aim, seed: int = 1, *, skill: float = 0.4) -> Process:
    wish = Wish(rows=1_000, columns=6, skill=skill, aim=aim)
    return make_process(np.random.default_rng(seed), wish)


def losses(answers: Answers, said: Floats) -> Floats:
    if said.shape[1] == 1:
        return np.asarray((answers.values - said[:, 0]) ** 2)
    return np.asarray(-np.log(said[np.arange(len(said)), answers.values.astype(np.int64)]))


def skill_over(answers: Answers) -> float:
    """Return the skill of the best predictor by the answers that were drawn."""
    guess = np.full((1, 1), answers.values.mean())
    if answers.best.shape[1] > 1:
        guess = np.bincount(answers.values.astype(np.int64))[None, :] / len(answers.values)
    guesses = np.repeat(guess, len(answers.values), axis=0)
    return 1 - float(losses(answers, answers.best).mean() / losses(answers, guesses).mean())


@pytest.mark.parametrize("aim", AIMS, ids=str)
def test_the_best_skill_is_what_a_large_sample_shows(aim: Aim) -> None:
    process = process_of(aim)

    answers = process.draw(np.random.default_rng(2), MANY).answers

    assert skill_over(answers) == pytest.approx(process.skill, abs=0.03)
    assert process.skill == pytest.approx(0.4, abs=0.02)


@pytest.mark.parametrize("aim", AIMS, ids=str)
def test_no_predictor_is_better_than_the_best_where_there_is_no_signal(aim: Aim) -> None:
    process = process_of(aim, skill=0.0)

    answers = process.draw(np.random.default_rng(2), MANY).answers

    assert process.skill == 0.0
    assert np.ptp(answers.best, axis=0) == pytest.approx(0.0, abs=1e-9)
    assert skill_over(answers) == pytest.approx(0.0, abs=0.002)


def test_the_best_predictor_is_right_about_any_group_of_rows() -> None:
    process = process_of(Aim(form="skewed"), seed=3, skill=0.6)
    answers = process.draw(np.random.default_rng(4), MANY).answers

    tenths = np.array_split(np.argsort(answers.best[:, 0], kind="stable"), 10)

    for rows in tenths:
        assert answers.values[rows].mean() == pytest.approx(answers.best[rows, 0].mean(), rel=0.05)


@pytest.mark.parametrize("ask", ASKS)
def test_a_number_always_stands_for_the_same_table(ask: Ask, tmp_path: Path) -> None:
    paths = [tmp_path / "one.csv", tmp_path / "two.csv"]

    for path in paths:
        chances = chances_of(ask, 7)
        process_for(ask, chances.making).draw(chances.learning, 80).write(path)

    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_tables_with_signal_have_as_much_as_is_claimed_and_differ_widely() -> None:
    processes = [process_for("signal", chances_of("signal", seed).making) for seed in range(6)]

    assert all(process.skill >= LEAST_SKILL for process in processes)
    assert all(300 <= process.wish.rows <= 5_000 for process in processes)
    assert len({process.label for process in processes}) >= 3
    assert len({process.wish.columns for process in processes}) >= 4


def test_a_file_holds_what_was_drawn_with_the_answers_last(tmp_path: Path) -> None:
    rows = process_of(Aim(shares=(0.5, 0.5))).draw(np.random.default_rng(5), 50)

    with rows.write(tmp_path / "made.csv").open(encoding="utf-8", newline="") as file:
        names, *lines = csv.reader(file)

    assert names == [*rows.cells, TARGET]
    assert [line[-1] for line in lines] == rows.answers.texts
    assert [line[0] for line in lines] == next(iter(rows.cells.values()))


@cache
def with_little_signal(aim: Aim) -> tuple[Process, Rows]:
    """Return a table of which little is honestly known, made once for all leaks."""
    process = process_of(aim, skill=0.2)
    return process, process.draw(np.random.default_rng(6), 4_000)


@pytest.mark.parametrize("leak", LEAKS)
@pytest.mark.parametrize("aim", [Aim(form="even"), Aim(shares=(0.6, 0.4))], ids=str)
def test_a_leak_tells_more_than_all_that_is_honest(leak: Leak, aim: Aim) -> None:
    process, rows = with_little_signal(aim)

    leaking = with_leak(rows, leak, process, np.random.default_rng(7))

    assert set(leaking.cells) - set(rows.cells) == {HEADINGS[leak]}
    assert told_by(leaking.cells[HEADINGS[leak]], rows.answers.values) > process.skill + 0.2


def told_by(cells: list[str], values: Floats) -> float:
    """Return the share of the variance that a column explains: empty cells, or tenths of its order."""
    order = np.argsort(np.array([key_of(cell) for cell in cells]), kind="stable")
    told = sum(len(rows) * (values[rows].mean() - values.mean()) ** 2 for rows in np.array_split(order, 40))
    return float(told / (len(values) * values.var()))


def key_of(cell: str) -> float:
    """Return a number in whose order cells stand: amounts, days and codes by size, words by their first."""
    digits = "".join(letter for letter in cell if letter.isdecimal() or letter == ".")
    if digits.strip("."):
        return -float(digits) if cell.startswith("-") else float(digits)
    return float(ord(cell[0])) if cell else -1e9
