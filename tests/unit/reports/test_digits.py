"""No number says more than the rows it comes from, and each is the one that was counted.

Shares are told as counts: out of the tested rows where these are fewer than a hundred, and never out of more
rows than there were. An average has two digits that count below a thousand tested rows, and three from there.
"""

import math
import re
from collections.abc import Callable, Iterator, Sequence

import pytest

from desktop_app.records.models import Answers, Preflight
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Evaluation
from desktop_app.reports.answers_meant import recalls, total
from desktop_app.reports.answers_words import answers_lines
from desktop_app.reports.compare_words import score_text
from desktop_app.reports.deciding import steps_of
from desktop_app.reports.decision_words import cut_text
from desktop_app.reports.help_words import helps_of
from desktop_app.reports.insight_words import alarms_text, calibration_text, fails_texts, pairs_text
from desktop_app.reports.pace_words import pace_text
from desktop_app.reports.ranked import pairs_right
from desktop_app.reports.result_words import (
    baseline_text,
    candidate_text,
    confusion_text,
    importance_text,
    misses_text,
    ranges_text,
)
from desktop_app.reports.rule_words import rule_lines, rule_text
from desktop_app.reports.verdict_words import verdict_words
from tests.unit.reports.made_by_size import SHAPES, SIZES, of_number, of_two, rows_that_test

COUNT = re.compile(r"([\d,]+)(?: more| fewer)? of (?:the )?([\d,]+)")
# What was said beforehand, or is expected of rows that nobody has, or is the end of a range: not counted.
NOT_COUNTED = re.compile(
    r"80 of 100 were promised|8 of 10 values|50 of 100 would be|[\d,]+ of 100 (for|sure)"
    r"|about [\d,]+ of [\d,]+|(fewer|more) than [\d,]+ of [\d,]+|might be off by about [\d,.]+"
    r"|to [\d,]+ of [\d,]+"
)
NEARLY = re.compile(r"more than ([\d,]+) of ([\d,]+)")
AMOUNT = re.compile(r"(?:by(?: only| about)?|within|than) (\d[\d,]*(?:\.\d+)?)")


def verdict(evaluation: Evaluation) -> str:
    words = verdict_words(evaluation)
    return " ".join((words.headline, words.support, words.help, *words.extras))


def helps(evaluation: Evaluation) -> str:
    return " ".join(one.text for one in helps_of(evaluation, TrainingPlan(target="left")))


def columns(evaluation: Evaluation) -> str:
    return " ".join(importance_text(one, evaluation) for one in evaluation.importances)


def rule(evaluation: Evaluation) -> str:
    return " ".join((rule_text(evaluation), *(line.worth for line in rule_lines(evaluation))))


def cut(evaluation: Evaluation) -> str:
    steps = steps_of(evaluation)
    return cut_text(evaluation, steps, steps.usual) if steps else ""


def practice(evaluation: Evaluation) -> str:
    return candidate_text(evaluation.candidates[0], evaluation)


def alarms(evaluation: Evaluation) -> str:
    return " ".join(map(alarms_text, evaluation.cuts))


def scores(evaluation: Evaluation) -> list[float]:
    score = evaluation.score
    known = [score.value, 1 - score.value, evaluation.baseline.value, *found(evaluation), *mixed(evaluation)]
    return [*known, evaluation.seen] if evaluation.seen is not None else known


def found(evaluation: Evaluation) -> list[float]:
    """Return the shares of each kind that are found, and of what is said so, right."""
    confusion = evaluation.confusion
    if confusion is None:
        return []
    said = [sum(column) for column in zip(*confusion.counts, strict=True)]
    right = [row[place] / said[place] for place, row in enumerate(confusion.counts) if said[place]]
    return [*(one.found / one.rows for one in recalls(confusion)), *right]


def mixed(evaluation: Evaluation) -> list[float]:
    confusion = evaluation.confusion
    return [count / total(confusion) for row in confusion.counts for count in row] if confusion else []


def spots(evaluation: Evaluation) -> list[float]:
    return [share for one in evaluation.weak_spots for share in (one.value, one.rest)]


def curve(evaluation: Evaluation) -> list[float]:
    return [one.value for one in evaluation.pace]


def ruled(evaluation: Evaluation) -> list[float]:
    made = evaluation.rule
    return [made.value, evaluation.score.value, *(one.right for one in made.branches)] if made else []


def happened(evaluation: Evaluation) -> list[float]:
    known = evaluation.calibration
    return [one.happened for one in known.bins] if known else []


def missed(evaluation: Evaluation) -> list[float]:
    misses, score = evaluation.misses, evaluation.score
    return [score.value, score.low, score.high, *((misses.half, misses.tenth) if misses else ())]


def covered(evaluation: Evaluation) -> list[float]:
    return [evaluation.misses.coverage] if evaluation.misses else []


def losses(evaluation: Evaluation) -> list[float]:
    return [abs(one.loss) for one in evaluation.importances]


def alarmed(evaluation: Evaluation) -> list[float]:
    return [one.found / cuts.positives for cuts in evaluation.cuts for one in cuts.cuts]


# What speaks of a training, and the shares or amounts that it may speak of.
MAKERS: dict[str, tuple[Callable[[Evaluation], str], Callable[[Evaluation], Sequence[float]]]] = {
    "verdict": (verdict, scores),
    "list": (score_text, scores),
    "guess": (baseline_text, scores),
    "kinds": (confusion_text, lambda one: [*found(one), *mixed(one)]),
    "practice": (practice, lambda one: [one.candidates[0].practice]),
    "columns": (columns, losses),
    "spots": (lambda one: " ".join(fails_texts(one)), spots),
    "curve": (pace_text, curve),
    "rule": (rule, ruled),
    "cut": (cut, found),
    "alarms": (alarms, alarmed),
    "order": (pairs_text, lambda one: [pairs_right(cuts) for cuts in one.cuts]),
    "percentages": (calibration_text, happened),
    "help": (helps, lambda one: [*losses(one), *curve(one)]),
    "misses": (misses_text, missed),
    "ranges": (ranges_text, covered),
}


def counts(text: str) -> Iterator[tuple[int, int]]:
    """Yield each count of a text with what it is out of."""
    for match in COUNT.finditer(NOT_COUNTED.sub("", text)):
        yield int(match[1].replace(",", "")), int(match[2].replace(",", ""))


def digits(amount: str) -> int:
    """Return how many digits of an amount count."""
    plain = amount.replace(",", "")
    return len(plain.replace(".", "").lstrip("0") if "." in plain else plain.strip("0"))


@pytest.mark.parametrize("rows", SIZES)
@pytest.mark.parametrize("made", SHAPES, ids=lambda made: made.__name__)
def test_a_count_is_what_was_counted_out_of_no_more_rows_than_there_were(
    made: Callable[[int], Evaluation], rows: int
) -> None:
    evaluation = made(rows)
    for name, (say, truths) in MAKERS.items():
        text = say(evaluation)
        for count, of in counts(text):
            known = truths(evaluation)
            assert of <= (max(100, rows_that_test(rows)) if name == "order" else rows_that_test(rows)), text
            assert any(abs(count / of - share) <= 0.51 / of for share in known), f"{name}: {text}"
        for match in NEARLY.finditer(text):
            most, of = (int(part.replace(",", "")) for part in match.groups())
            assert any(most / of < share < 1 for share in truths(evaluation)), f"{name}: {text}"


@pytest.mark.parametrize("rows", SIZES)
def test_an_average_has_as_many_digits_as_its_rows_allow(rows: int) -> None:
    evaluation = of_number(rows)
    for name, (say, truths) in MAKERS.items():
        text = say(evaluation)
        most = 2 if rows_of(evaluation, name) < 1_000 else 3
        assert all(digits(amount) <= most for amount in AMOUNT.findall(text)), text
        for amount in AMOUNT.findall(NOT_COUNTED.sub("", text)):
            known = [*truths(evaluation), *missed(evaluation)]
            assert any(abs(float(amount.replace(",", "")) - one) <= unit(one, most) for one in known), text


def rows_of(evaluation: Evaluation, name: str) -> int:
    """Return how many rows a maker speaks of: of weak spots, those that are in one."""
    return evaluation.weak_spots[0].rows if name == "spots" else evaluation.score.rows


def unit(amount: float, most: int) -> float:
    """Return what the last digit of an amount is worth; ends of ranges are rounded away from it."""
    return max(0.1, 1.01 * 10.0 ** (math.floor(math.log10(abs(amount) or 1)) - most + 1))


@pytest.mark.parametrize(("rows", "of"), [(20, "100"), (500, "100"), (30_000, "1,000")])
def test_answers_to_a_file_are_compared_out_of_no_more_rows_than_either_file_has(rows: int, of: str) -> None:
    few = max(1, rows // 200)
    fits = Preflight(fit="fits", rows=rows, notices=())
    answers = Answers(
        rows=rows, cautions=0, preflight=fits, headings=(), counts={"no": rows - few, "yes": few}
    )

    said = answers_lines(answers, of_two(200_000))[1]

    assert f" of {of} rows here ({few} of {rows:,})" in said
