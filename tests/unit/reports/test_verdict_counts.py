"""Counts in a verdict contradict neither its level nor each other."""

import re

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.records.results import Baseline, Metric, VerdictLevel
from desktop_app.reports.verdict_words import verdict_words
from tests.unit.reports.made import a_number, score, two_kinds
from tests.unit.reports.verdict_parts import LEVELS, everything


def test_a_nearly_perfect_count_takes_a_larger_denominator() -> None:
    words = verdict_words(two_kinds("good", score=score(0.997, 0.994, 0.999, rows=4000)))

    assert words.headline == "Right for 997 of 1,000 rows it had never seen."
    assert words.help == "It is still wrong for 3 of 1,000."


def test_counts_that_would_look_equal_take_a_larger_denominator() -> None:
    close = Baseline(metric="accuracy", value=0.879, answer="no")

    words = verdict_words(two_kinds("weak", score=score(0.883, 0.88, 0.886, rows=8000), baseline=close))

    assert "883 of 1,000" in words.headline
    assert "right for 879" in words.support


def test_a_weak_model_that_counts_no_better_is_not_called_better() -> None:
    words = verdict_words(two_kinds("weak", score=score(0.72, 0.69, 0.75)))

    assert "better than" not in words.headline
    assert words.headline.startswith('About as often right as always answering "no" (72 and 73 of 100)')


ranges = st.lists(st.floats(min_value=0, max_value=1), min_size=3, max_size=3).map(sorted)


@given(
    ranges,
    st.floats(min_value=0, max_value=1),
    st.integers(min_value=4, max_value=50_000),
    st.sampled_from(LEVELS),
)
def test_no_count_contradicts_its_level_or_its_range(
    shares: list[float], guess: float, rows: int, level: VerdictLevel
) -> None:
    low, value, high = shares
    baseline = Baseline(metric="accuracy", value=guess, answer="no")

    words = verdict_words(two_kinds(level, score=score(value, low, high, rows=rows), baseline=baseline))

    text = everything(words)
    assert not ("better than guessing." in words.headline and value <= guess)
    assert ("Do not use it" in text) == (level in ("guessing", "suspicious"))
    for start, end in re.findall(r"(\d[\d,]*) to (\d[\d,]*)", text):
        assert int(start.replace(",", "")) <= int(end.replace(",", ""))
    if match := re.search(r"Right for ([\d,]+) of ([\d,]+)", text):
        right, of = (int(part.replace(",", "")) for part in match.groups())
        assert abs(right / of - value) <= 0.51 / of
        assert of <= max(rows, 1)


@given(
    ranges,
    st.floats(min_value=0.001, max_value=1),
    st.integers(min_value=0, max_value=3),
    st.sampled_from(LEVELS),
)
def test_no_miss_contradicts_its_level(
    misses: list[float], guess: float, decimals: int, level: VerdictLevel
) -> None:
    low, value, high = (1000 * miss for miss in misses)
    metric: Metric = "mean_absolute_error"
    baseline = Baseline(metric=metric, value=1000 * guess, answer="12.5")

    words = verdict_words(
        a_number(level, score=score(value, low, high, metric=metric), baseline=baseline, decimals=decimals)
    )

    assert not ("a little less than guessing" in words.headline and value >= 1000 * guess)
    if level == "weak" and value < 0.9 * 1000 * guess:
        assert "a little less than guessing" in words.headline
