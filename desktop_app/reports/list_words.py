"""A list to act on, in words."""

from desktop_app.records.results import Evaluation
from desktop_app.reports import counting
from desktop_app.reports.notice_words import text_of
from desktop_app.tables.stored.listed import Listed


def kinds_lines(listed: Listed, yes: str) -> tuple[str, ...]:
    """Return how many rows a list has and how many of them should be of the class it is about."""
    if not listed.rows:
        return (text_of("list.none"),)
    expected = {
        "yes": yes,
        "expected": counting.count(listed.total / listed.rows, listed.rows),
        "random": counting.count(listed.mean, listed.rows) if listed.rows < listed.of else None,
    }
    return (_count(listed), text_of("list.expected", expected), *_cautions(listed))


def amounts_lines(listed: Listed, evaluation: Evaluation) -> tuple[str, ...]:
    """Return how many rows a list has and between which amounts their answers lie."""
    if not listed.rows:
        return (text_of("list.none"),)
    written, spread = counting.Amounts(digits=3, decimals=evaluation.decimals), listed.high - listed.low
    ends = {
        "low": written.level(listed.low, beside=spread),
        "high": written.level(listed.high, beside=spread),
    }
    return (_count(listed), text_of("list.amounts", ends), *_cautions(listed))


def gain_lines(listed: Listed, benefit: float, cost: float) -> tuple[str, ...]:
    """Return what acting on a list should gain, and from which chance on it pays (Elkan 2001).

    *benefit* is what acting brings for a row of the class, *cost* what it takes for every row.
    """
    if cost > benefit:
        return (text_of("list.never_pays"),)
    pays_from = cost / benefit if benefit else 0.0
    of = counting.denominator(counting.DENOMINATORS[-1], (pays_from,))
    lines = [text_of("list.pays_from", {"chance": counting.count(pays_from, of), "of": of})]
    if listed.rows:
        lines.append(text_of("list.gain", {"gain": listed.total * benefit - listed.rows * cost}))
    return tuple(lines)


def _count(listed: Listed) -> str:
    return text_of("list.count", {"count": listed.rows, "rows": listed.of})


def _cautions(listed: Listed) -> tuple[str, ...]:
    return (text_of("list.cautions", {"count": listed.cautions}),) if listed.cautions else ()
