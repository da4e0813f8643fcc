"""What a model file proves, in words: that it is whole, and that it can be learned again."""

from desktop_app.language import _, mark, number, of_day
from desktop_app.models.prose import receipt_text
from desktop_app.records.verifying import Difference, LearnedAgain, Verified
from desktop_app.reports.notice_words import text_of

# What the numbers in each field of an evaluation tell.
TOLD = {
    "rows": mark("rows with an answer"),
    "folds": mark("parts that were hidden in turn"),
    "left_out": mark("cells of a column that is left out"),
    "warnings": mark("a number in what was noticed"),
    "baseline": mark("the simplest guess"),
    "score": mark("its score"),
    "skill": mark("how much better than guessing it is"),
    "candidates": mark("the score of a model that was tried"),
    "importances": mark("how much a column matters"),
    "confusion": mark("its right and wrong answers"),
    "rare": mark("how many of the rare kind it finds"),
    "misses": mark("how far it is off"),
    "give_away": mark("how much a column gives away"),
    "seen": mark("its score on rows it learned from"),
    "decimals": mark("digits of its answers"),
    "unit": mark("the unit of its answers"),
    "tested_things": mark("things that tested it"),
    "receipt": mark("how much was tried"),
    "calibration": mark("how well its percentages fit"),
    "cuts": mark("what it finds from some chance on"),
    "bands": mark("how far small or large answers are off"),
    "pace": mark("its score with fewer rows"),
    "weak_spots": mark("how it does where it is weak"),
    "rule": mark("its rule"),
    "costs": mark("what its mistakes cost"),
    "each": mark("the model of a group"),
    "lineage": mark("how it compares with the model before it"),
    "words": mark("which words go with an answer"),
    "typical": mark("which rows are the most typical"),
}
NOTHING = mark("nothing")
_MOST_DIGITS = 17  # tell any two numbers apart


def verified_lines(verified: Verified) -> list[str]:
    """Return that a model file is whole, by what it can be learned again, and what made it."""
    versions, count = verified.versions, verified.stored_answers
    intact = {"model": verified.name, "count": count}
    others = [f"{name} {version}" for name, version in versions.items() if name != "hunch"]
    day = of_day(verified.created[:10])
    made = {"day": day, "format": verified.format, "version": versions.get("hunch", "")}
    return [
        text_of("model.opened", intact) if count else text_of("model.opened_unasked", intact),
        receipt_text(verified.table_sha256, verified.seed, versions.get("hunch", "")),
        text_of("model.made_by", made | {"what": others}),
    ]


def difference_lines(again: LearnedAgain) -> list[str]:
    """Return how a model that was learned again differs from the one in the file, and what that means."""
    return [
        _differs_text(again),
        text_of("model.answers_agree" if again.answers_agree else "model.answers_differ"),
        text_of("model.receipt_differs.hint"),
    ]


def _differs_text(again: LearnedAgain) -> str:
    if again.first is None:
        return text_of("model.receipt_file_differs")
    now, then = _told_apart(again.first)
    values = {"count": again.numbers, "what": TOLD[again.first.field], "now": now, "then": then}
    return text_of("model.receipt_differs", values)


def _told_apart(difference: Difference) -> tuple[str, str]:
    """Return both numbers with as few digits as tell them apart."""
    told = ("", "")
    for digits in range(3, _MOST_DIGITS + 1):
        told = (_written(difference.now, digits), _written(difference.then, digits))
        if told[0] != told[1]:
            break
    return told


def _written(value: float | None, digits: int) -> str:
    return _(NOTHING) if value is None else number(value, digits=digits)
