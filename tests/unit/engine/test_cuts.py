"""What comes of being stricter, or of catching more."""

from itertools import pairwise

import numpy as np
import pytest

from desktop_app.engine.evaluation.cuts import MOST_CUTS, cuts_of
from desktop_app.records.insights import Cuts
from tests.unit.engine.made import Learned
from tests.unit.engine.tested import kinds_of, of_two, said

DICE = np.random.default_rng(44)
TRUTH = (DICE.random(3_000) < 0.1).astype(int)
CHANCES = np.clip(0.1 + 0.4 * TRUTH + DICE.normal(0, 0.15, 3_000), 0.01, 0.99)


def cuts(truth: object = TRUTH, chances: object = CHANCES, *, repeats: int = 1) -> tuple[Cuts, ...]:
    return cuts_of(said(truth, of_two(chances), repeats=repeats), kinds_of(TRUTH, "no", "yes"))


def test_each_cut_counts_the_tested_rows_with_that_chance_or_more() -> None:
    no, yes = cuts()

    assert (no.value, yes.value) == ("no", "yes")
    assert (yes.rows, yes.positives, no.positives) == (3_000, TRUTH.sum(), 3_000 - TRUTH.sum())
    for cut in yes.cuts:
        assert cut.found == np.count_nonzero(TRUTH[cut.chance <= CHANCES])
        assert cut.false == np.count_nonzero(1 - TRUTH[cut.chance <= CHANCES])


def test_the_strictest_comes_first_and_one_half_is_among_them() -> None:
    for found in cuts():
        chances = [cut.chance for cut in found.cuts]
        assert chances == sorted(set(chances), reverse=True)
        assert 0.5 in chances
        assert 40 <= len(chances) <= MOST_CUTS


def test_cuts_are_close_where_it_is_strict_and_never_tell_of_a_single_row() -> None:
    _, yes = cuts()

    taken = [0, *(cut.found + cut.false for cut in yes.cuts)]

    assert taken[1] <= 10
    assert min(after - before for before, after in pairwise(taken)) >= 5
    assert taken[-1] >= 2_990


def test_a_table_whose_chances_are_few_has_few_cuts() -> None:
    chances = np.repeat([0.1, 0.3, 0.8], [60, 30, 10])

    _, yes = cuts(np.arange(100) % 2, chances)

    assert [cut.chance for cut in yes.cuts] == [0.5, 0.3, 0.1]
    assert [cut.found + cut.false for cut in yes.cuts] == [10, 40, 100]


def test_rows_that_were_tested_twice_count_once() -> None:
    _, once = cuts()

    _, twice = cuts(np.tile(TRUTH, 2), np.tile(CHANCES, 2), repeats=2)

    assert (twice.rows, twice.positives) == (once.rows, once.positives)
    assert twice.cuts[-1].found + twice.cuts[-1].false == once.cuts[-1].found + once.cuts[-1].false
    both = {cut.chance: cut for cut in once.cuts}
    same = [(cut, both[cut.chance]) for cut in twice.cuts if cut.chance in both]
    assert len(same) > 20
    assert all(one == other for one, other in same)


@pytest.mark.parametrize("kind", [0, 1])
def test_at_one_half_they_say_the_same_as_the_table_of_right_and_wrong_answers(kind: int) -> None:
    chances = np.clip(np.tile(CHANCES, 2) + DICE.normal(0, 0.2, 6_000), 0.01, 0.99)
    unseen = said(np.tile(TRUTH, 2), of_two(chances), repeats=2)

    both = cuts_of(unseen, kinds_of(TRUTH, "no", "yes"))
    (cut,) = (
        cut for one in both if one.value == ("no", "yes")[kind] for cut in one.cuts if cut.chance == 0.5
    )

    answered = (unseen.answers[:, 1] > 0.5).astype(int)
    counts = np.bincount(unseen.values * 2 + answered, minlength=4).reshape(2, 2)
    table = np.array([unseen.shared_out(line) for line in counts])
    assert (counts % 2).any()
    assert (cut.found, cut.false) == (table[kind, kind], table[1 - kind, kind])


def test_of_very_many_classes_the_most_frequent_are_told_each_against_the_rest() -> None:
    classes = 12
    truth = np.concatenate([np.full(20 + 5 * code, code) for code in range(classes)])
    answers = DICE.dirichlet(np.ones(classes), len(truth))

    found = cuts_of(said(truth, answers), kinds_of(truth, *"abcdefghijkl"))

    assert [one.value for one in found] == list("lkjihgfedc")
    assert [one.positives for one in found][:2] == [75, 70]


@pytest.mark.parametrize("fixture", ["kinds_kept_aside", "kinds_in_turn"])
def test_a_training_has_them_and_a_number_has_none(
    fixture: str, numbers_in_turn: Learned, request: pytest.FixtureRequest
) -> None:
    made: Learned = request.getfixturevalue(fixture)

    found = cuts_of(made.outcome.unseen, made.material.target)

    assert {one.value for one in found} == {"no", "yes"}
    assert {one.rows for one in found} == {made.outcome.unseen.tested}
    assert cuts_of(numbers_in_turn.outcome.unseen, numbers_in_turn.material.target) == ()
