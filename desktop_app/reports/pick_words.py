"""Rows picked to act on, in words."""

from desktop_app import counting
from desktop_app.records.picks import Acting
from desktop_app.records.results import Evaluation
from desktop_app.reports.notice_words import text_of
from desktop_app.tables.stored.picked import Picked


def kinds_lines(picked: Picked, yes: str) -> tuple[str, ...]:
    """Return how many rows a list has and how many of them should be of the class it is about."""
    if not picked.rows:
        return (text_of("pick.none"),)
    expected = {
        "yes": yes,
        "expected": counting.count(picked.total / picked.rows, picked.rows),
        "random": counting.count(picked.mean, picked.rows) if picked.rows < picked.of else None,
    }
    return (_count(picked), text_of("pick.expected", expected), *_cautions(picked))


def amounts_lines(picked: Picked, evaluation: Evaluation) -> tuple[str, ...]:
    """Return how many rows a list has and between which amounts their answers lie."""
    if not picked.rows:
        return (text_of("pick.none"),)
    written, spread = counting.Amounts(digits=3, decimals=evaluation.decimals), picked.high - picked.low
    ends = {
        "low": written.level(picked.low, beside=spread),
        "high": written.level(picked.high, beside=spread),
    }
    return (_count(picked), text_of("pick.amounts", ends), *_cautions(picked))


def gain_lines(picked: Picked, acting: Acting) -> tuple[str, ...]:
    """Return what acting on a list should gain, and from which chance on it pays."""
    if acting.pays_from is None:
        return (text_of("pick.never_pays"),)
    lines = [text_of("pick.pays_from", counting.line(acting.pays_from))]
    if picked.rows:
        gain = picked.total * acting.benefit - picked.rows * acting.cost
        lines.append(text_of("pick.gain", {"gain": gain}))
    return tuple(lines)


def _count(picked: Picked) -> str:
    return text_of("pick.count", {"count": picked.rows, "rows": picked.of})


def _cautions(picked: Picked) -> tuple[str, ...]:
    return (text_of("pick.cautions", {"count": picked.cautions}),) if picked.cautions else ()
