"""Which rows are meant, in words: '"age" is 60 or more and "contract" is "monthly"'."""

from collections.abc import Sequence

from desktop_app.records.insights import Where
from desktop_app.reports.notice_words import plain, text_of
from desktop_app.reports.step_words import moment_text

MOST_VALUES = 4  # that are named; of more of them so many, and how many there are
DAY = 86_400  # seconds


def condition_text(where: Sequence[Where]) -> str:
    """Return the condition that all of *where* hold, as part of a sentence; nothing where there is none."""
    texts = [_one(one) for one in where]
    if len(texts) < 2:
        return "".join(texts)
    return text_of("where.all_of", {"conditions": texts[:-1], "condition": texts[-1]})


def _one(where: Where) -> str:
    text = _values(where) if where.values else _range(where)
    if not where.is_empty:
        return text
    if not text:
        return text_of("rule.empty", {"column": where.column})
    return text_of("where.or_empty", {"condition": text})


def _values(where: Where) -> str:
    count = len(where.values)
    if count == 1:
        value = where.values[0]
        return text_of("rule.value" if value else "rule.blank", {"column": where.column, "value": value})
    named = list(where.values[:MOST_VALUES])
    code = "where.one_of" if count == len(named) else "where.one_of_many"
    return text_of(code, {"column": where.column, "values": named, "count": count})


def _range(where: Where) -> str:
    """Return where a number or a day lies: from *low* up to, but without, *high*."""
    ends = {"low": where.low, "high": where.high}
    known = {name: end for name, end in ends.items() if end is not None}
    if not known:
        return ""
    values = {"column": where.column, **{name: _end(end, where) for name, end in known.items()}}
    if where.high is None:
        return text_of("where.day_from" if where.is_date else "rule.from", values)
    if where.low is None:
        return text_of("where.day_before" if where.is_date else "rule.below", values)
    return text_of("where.day_between" if where.is_date else "rule.between", values)


def _end(end: float, where: Where) -> str:
    return moment_text(DAY * end) if where.is_date else plain(end)
