"""What a model for each group is worth, in words."""

from desktop_app.records.each import FEWEST_OWN, Each, Gain, Oddness
from desktop_app.records.results import Evaluation
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.verdict_numbers import amounts_of

MOST_NAMED = 5  # groups that are odd
_ODD: dict[Oddness, str] = {"worse": "each.worse", "other": "each.other"}


def each_lines(evaluation: Evaluation) -> tuple[str, ...]:
    """Return what is said of a model for each group; nothing where it was not asked."""
    each = evaluation.each
    if each is None:
        return ()
    lines = [
        *_gained(each),
        text_of("each.counted", {"count": each.count, "column": each.column, **each.counts}),
        text_of("each.all_few") if each.levels("few") == each.count else "",
        "" if evaluation.task == "regression" else text_of("each.by_chances"),
        text_of("each.by_luck", {"count": each.by_chance}) if each.by_chance else "",
        *_without_own(each),
        _unknown(evaluation, each),
        _odd(each, "worse"),
        _odd(each, "other"),
    ]
    return tuple(line for line in lines if line)


def _gained(each: Each) -> tuple[str, ...]:
    if each.is_pooled:
        return (text_of("each.pooled"),)
    return ("" if each.has_slopes else text_of("each.only_level"), _gain(each.gain))


def _without_own(each: Each) -> tuple[str, ...]:
    """Return what has the model for all, or nearly, beside groups with a model of their own."""
    if each.is_pooled:
        return ()
    empty = {"count": each.empty_rows, "column": each.column}
    return (
        text_of("each.borrowing", {"count": each.borrowing}) if each.borrowing else "",
        text_of("each.small", {"count": each.small, "least": FEWEST_OWN}) if each.small else "",
        text_of("each.empty", empty) if each.empty_rows else "",
    )


def _unknown(evaluation: Evaluation, each: Each) -> str:
    further = amounts_of(evaluation).near(each.beyond)
    return text_of("each.unknown", {"column": each.column, "further": further}) if each.beyond else ""


def _gain(gain: Gain) -> str:
    if gain.low <= 0:
        return text_of("each.gain_unclear")
    least, percent, most = (round(100 * share) for share in (gain.low, gain.value, gain.high))
    return text_of("each.gain", {"percent": percent, "least": least, "most": most})


def _odd(each: Each, way: Oddness) -> str:
    names = [group.name for group in each.groups if way in group.odd]
    return text_of(_ODD[way], {"groups": names[:MOST_NAMED]}) if names else ""
