"""A score is written alike wherever it stands."""

from dataclasses import replace

from desktop_app.reports.measured import measured_range
from desktop_app.reports.verdict_words import verdict_words
from tests.unit.reports.made import a_number, score, two_kinds


def test_the_ends_of_a_range_are_those_of_the_verdict() -> None:
    kinds = two_kinds(score=score(0.82, 0.795, 0.853))
    amounts = replace(a_number(), score=replace(a_number().score, low=29_120.0, high=33_430.0))

    for evaluation in (kinds, amounts):
        low, high = measured_range(evaluation)
        assert f"{low} to {high}" in verdict_words(evaluation).support
    assert measured_range(kinds) == (79, 86)
