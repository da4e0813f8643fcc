"""What tested rows say beyond the score, in words: percentages, their order, sizes of a miss, weak spots."""

from collections.abc import Sequence

from desktop_app import counting
from desktop_app.records.insights import Band, Bin, Calibration, Cuts, WeakSpot
from desktop_app.records.results import Evaluation
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.ranked import hardest, looked_for, pairs, pairs_right
from desktop_app.reports.verdict_numbers import Values, amounts_of
from desktop_app.reports.where_words import condition_text

HUNDRED = 100
CLEAR = 2.8  # standard errors: of ten groups of rows, one lies so far off by chance in one table of twenty
LITTLE = 0.03  # a gap below this nobody would notice
MUCH = 0.15
MORE = 1.5  # times as far off: from here on, the size of an answer says how far it may be off
MOST_SPOTS = 3
_NORMAL_TENTH = 1.645  # standard deviations, within which 90 of 100 normal misses lie


_TOO_HIGH = (
    *("why.calibrated.much_high", "why.calibrated.high"),
    *("why.calibrated.much_sure", "why.calibrated.sure"),
)
_TOO_LOW = (
    *("why.calibrated.much_low", "why.calibrated.low"),
    *("why.calibrated.much_careful", "why.calibrated.careful"),
)


def calibration_text(evaluation: Evaluation) -> str:
    """Return whether the percentages can be trusted, with the group of rows that tells it best."""
    calibration = evaluation.calibration
    told = telling(calibration) if calibration else None
    if calibration is None or told is None:
        return ""
    values: Values = {"value": calibration.value, "said": counting.right(told.said, HUNDRED)}
    if told.rows < HUNDRED:  # fewer rows tell no hundredths
        values |= {"happened": counting.right(told.happened, told.rows), "rows": told.rows}
        values["expected"] = counting.right(told.said, told.rows)
        text = text_of("why.calibrated_rows" if calibration.value else "why.calibrated_kinds_rows", values)
    else:
        values["said"] = counting.count(told.said, HUNDRED)
        values["happened"] = counting.count(told.happened, HUNDRED)
        text = text_of("why.calibrated" if calibration.value else "why.calibrated_kinds", values)
    return f"{text} {text_of(_judgement(told, is_of_one=bool(calibration.value)))}"


def telling(calibration: Calibration) -> Bin | None:
    """Return the group of rows to speak of: the one that is most off, else the largest of the surer half."""
    there = [one for one in calibration.bins if one.rows]
    if off := [one for one in there if is_off(one)]:
        return max(off, key=lambda one: one.rows * abs(one.said - one.happened))
    sure = [one for one in there if one.said >= 0.5]
    return max(sure or there, key=lambda one: one.rows, default=None)


def is_off(one: Bin) -> bool:
    """Return whether what happened lies further from what was said than chance would have it."""
    gap = abs(one.said - one.happened)
    share = (one.said * one.rows + 1) / (one.rows + 2)  # so that "never" does not stand for certainty
    return gap >= LITTLE and gap > CLEAR * (share * (1 - share) / one.rows) ** 0.5


def _judgement(told: Bin, *, is_of_one: bool) -> str:
    """Return how far off it is: the chance *of one* kind is too high or too low, a share of right too sure.

    A chance of 22 of 100 for what happens 7 times is not too sure of anything.
    """
    if not is_off(told):
        return "why.calibrated.fits"
    is_more, is_much = told.said > told.happened, abs(told.said - told.happened) >= MUCH
    if is_of_one:
        much, little = (_TOO_HIGH if is_more else _TOO_LOW)[:2]
    else:
        much, little = (_TOO_HIGH if is_more else _TOO_LOW)[2:]
    return much if is_much else little


def pairs_text(evaluation: Evaluation) -> str:
    """Return how well the percentages put rows in order: of two kinds, or of the one hardest to tell."""
    two = looked_for(evaluation)
    cuts = two or hardest(evaluation)
    if cuts is None:
        return ""
    share = pairs_right(cuts)
    # Pairs are many more than the rows that they are made of, and tell no more than these.
    of = counting.denominator(min(pairs(cuts), max(HUNDRED, cuts.rows)), (share, 1 - share))
    right = counting.count(share, of)
    if two:
        return text_of("why.pairs", {"yes": cuts.value, "right": right, "of": of})
    return text_of("why.pairs_many", {"value": cuts.value, "right": right, "of": of})


def alarms_text(cuts: Cuts) -> str:
    """Return what finding half of the rows of a class costs in wrong alarms; nothing where no cut does."""
    half = next((cut for cut in cuts.cuts if 2 * cut.found >= cuts.positives), None)
    if half is None:
        return ""
    values = {"value": cuts.value, "found": half.found, "positives": cuts.positives, "count": half.false}
    return text_of("why.alarms" if half.false else "why.alarms_none", values)


def bands_text(evaluation: Evaluation) -> str:
    """Return whether large answers are missed by more than small ones."""
    bands = evaluation.bands
    if len(bands) < 2:
        return ""
    worst, best = max(bands, key=lambda one: one.half), min(bands, key=lambda one: one.half)
    written = misses_of(evaluation)
    if worst.half <= MORE * best.half:
        return text_of(
            "why.bands_alike", {"half": written.near(best.half), "other_half": written.near(worst.half)}
        )
    low, high = band_ends(worst, evaluation)
    other_low, other_high = band_ends(best, evaluation)
    ends: Values = {"low": low, "high": high, "other_low": other_low, "other_high": other_high}
    halves: Values = {"half": written.near(worst.half), "other_half": written.near(best.half)}
    return text_of(_bands_code(bands, worst), ends | halves)


def _bands_code(bands: Sequence[Band], worst: Band) -> str:
    if worst is bands[-1]:
        return "why.bands_large"
    return "why.bands_small" if worst is bands[0] else "why.bands_middle"


def misses_of(evaluation: Evaluation) -> counting.Amounts:
    """Return how the misses of all bands are written, which stand side by side."""
    return amounts_of(evaluation).alike(one.tenth for one in evaluation.bands)


def band_ends(band: Band, evaluation: Evaluation) -> tuple[str, str]:
    """Return the least and the largest answer of a band, no finer than what they are missed by."""
    written = misses_of(evaluation)
    return written.level(band.low, beside=band.half), written.level(band.high, beside=band.half)


def leaning_text(evaluation: Evaluation) -> str:
    """Return where answers are clearly too high or too low on average; of several places the worst."""
    leaning = [band for band in evaluation.bands if _leans(band)]
    if not leaning:
        return ""
    worst = max(leaning, key=lambda band: abs(band.lean) * band.rows)
    low, high = band_ends(worst, evaluation)
    values = {"low": low, "high": high, "lean": misses_of(evaluation).near(abs(worst.lean))}
    return text_of("why.bands_above" if worst.lean > 0 else "why.bands_below", values)


def _leans(band: Band) -> bool:
    """Return whether the mean miss is more than chance, and a good part of the usual miss."""
    error = band.tenth / _NORMAL_TENTH / max(1, band.rows) ** 0.5
    return abs(band.lean) > CLEAR * error and abs(band.lean) > band.half / 4


def fails_texts(evaluation: Evaluation) -> tuple[str, ...]:
    """Return where it does clearly worse than elsewhere, the worst first."""
    return tuple(_fails(spot, evaluation) for spot in evaluation.weak_spots[:MOST_SPOTS])


def _fails(spot: WeakSpot, evaluation: Evaluation) -> str:
    condition = condition_text(spot.where)
    if evaluation.task == "regression":
        written = amounts_of(evaluation, spot.rows)
        return text_of(
            "why.fails_number",
            {"condition": condition, "miss": written.near(spot.value), "rest": written.near(spot.rest)},
        )
    page = counting.page_of(evaluation)
    here = max(1, min(page, spot.rows))
    elsewhere = max(1, min(page, evaluation.score.rows - spot.rows))
    return text_of(
        "why.fails",
        {
            "condition": condition,
            "right": counting.count(spot.value, here),
            "count": here,
            "rest": counting.count(spot.rest, elsewhere),
            "of": elsewhere,
        },
    )


def is_looked_into(evaluation: Evaluation) -> bool:
    """Return whether the tested rows were searched at all: models of older programs know nothing of it."""
    return evaluation.calibration is not None or bool(evaluation.bands)
