"""What is said of a model that a form cannot hold, and of one that was learned for a form."""

from dataclasses import replace

import pytest

from desktop_app.errors import DataError
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Candidate, Evaluation, ModelName
from desktop_app.reports.handover.fitting_words import (
    best_held,
    for_form_lines,
    practice_text,
    practice_values,
)
from tests.unit.reports.made import a_number, two_kinds

FOR_EXCEL = TrainingPlan(target="left", for_form="xlsx")


def tried(
    name: ModelName, score: float, practice: float, *, held: bool = False, chosen: bool = False
) -> Candidate:
    return Candidate(
        name=name,
        metric="log_loss",
        score=score,
        practice=practice,
        seconds=1.0,
        chosen=chosen,
        held_by=("xlsx", "onnx") if held else ("onnx",),
    )


def of(evaluation: Evaluation, *candidates: Candidate) -> Evaluation:
    return replace(evaluation, candidates=candidates)


KINDS = of(
    two_kinds(),
    tried("baseline", 0.7, 0.6, held=True),
    tried("linear", 0.5, 0.8, held=True),
    tried("kernel", 0.45, 0.84, held=True),
    tried("forest", 0.4, 0.88, chosen=True),
)


def test_the_best_that_is_held_is_named_by_what_it_did_while_practising() -> None:
    found = best_held(KINDS, "xlsx")

    assert found is not None
    assert found.name == "kernel"
    assert practice_text(KINDS, "xlsx") == (
        "Among those that were tried, the best that Excel can hold was right for 84 of 100 while practising, "
        "this one for 88."
    )


def test_of_a_number_it_is_said_how_far_it_was_off() -> None:
    numbers = of(a_number(), tried("linear", 9, 12.0, held=True), tried("forest", 7, 8.0, chosen=True))

    assert "was off by 12 on average while practising, this one by 8" in practice_text(numbers, "xlsx")


@pytest.mark.parametrize(
    "candidates",
    [
        (
            tried("linear", 0.5, 0.8),
            tried("forest", 0.4, 0.88, chosen=True),
        ),  # as files of older programs say it
        (tried("baseline", 0.7, 0.6, held=True), tried("forest", 0.4, 0.88, chosen=True)),
        (replace(tried("linear", 0, 0, held=True), failed=True), tried("forest", 0.4, 0.88, chosen=True)),
    ],
)
def test_where_none_is_known_to_be_held_no_figure_is_given(candidates: tuple[Candidate, ...]) -> None:
    found = of(two_kinds(), *candidates)

    assert practice_text(found, "xlsx") == ""
    assert practice_values(found, "xlsx") == {"form": "Excel"}


def test_the_failure_says_it_with_the_command_where_there_is_one() -> None:
    values = practice_values(KINDS, "xlsx")

    there = DataError("handover.too_large", **values, command="hunch train a.csv --like a.hunch --for xlsx")
    window, plain = DataError("handover.too_large", **values), DataError("handover.too_large")

    assert there.hint.endswith("To do so: hunch train a.csv --like a.hunch --for xlsx")
    assert "right for 84 of 100 while practising, this one for 88. Save it" in there.hint
    assert "off by" not in there.hint
    assert "To do so" not in window.hint
    assert plain.hint == "Save it as a page, or learn one that fits."


def test_a_model_for_a_form_is_compared_with_the_first_by_both_tests() -> None:
    now = replace(two_kinds(), score=replace(two_kinds().score, value=0.84))
    first = replace(two_kinds(), score=replace(two_kinds().score, value=0.88))

    assert for_form_lines(now, FOR_EXCEL, first) == (
        "This model was learned so that Excel can hold it.",
        "In its test it was right for 84 of 100, instead of 88 where it need not fit.",
    )
    assert for_form_lines(now, FOR_EXCEL, None) == ("This model was learned so that Excel can hold it.",)
    assert for_form_lines(now, replace(FOR_EXCEL, for_form=""), first) == ()


def test_two_that_are_not_measured_alike_are_not_compared() -> None:
    other = replace(two_kinds(), score=replace(two_kinds().score, metric="balanced_accuracy"))
    worse = replace(other, score=replace(other.score, value=other.score.value - 0.1))

    assert len(for_form_lines(two_kinds(), FOR_EXCEL, other)) == 1
    assert "all kinds taken" in for_form_lines(worse, FOR_EXCEL, other)[1]
    assert (
        for_form_lines(other, FOR_EXCEL, other)[1]
        == "In its test it did as well as the one that need not fit."
    )
