"""A notice in words: its code chooses the sentence, its values fill it."""

import logging
from collections.abc import Callable, Mapping

from desktop_app import counting
from desktop_app.errors.sayings import SAYINGS
from desktop_app.language import duration, forms, localised, mark, placeholders, say, say_count, size
from desktop_app.records.notices import Notice
from desktop_app.records.remarks import FINDING
from desktop_app.reports.catalogue import SENTENCES
from desktop_app.reports.sentence import Sentence

log = logging.getLogger(__name__)

ROW_ONE = mark("row")
ROW_MANY = mark("rows")
SHORTEST_LEFT = 2.0  # seconds; below it a number is over before it is read
# Fields whose values are codes, by the sentence: elsewhere such a field may hold the name of a column.
_OF_KIND = (
    *("candidate.score", "candidate.score_number", "learn.trying", "learn.candidate_done"),
    *("learn.candidate_done_number", "learn.candidate_failed"),
)
_OF_KINDS = ("learn.out_of_time", "learn.cut_short")
_SHORT_LISTS = {
    **{code: {"kind": "model.kind"} for code in _OF_KIND},
    **{code: {"kinds": "model.kind"} for code in _OF_KINDS},
    "check.type": {"now": "holds", "before": "holds"},
    "find.personal": {"what": "personal"},
}
_OF_CELLS = ("value", "min", "max", "now", "before")
_OF_MIDDLES = {"check.shifted": ("now", "before")}  # sentences that tell middle values, and no cell
SAID_OF_MISTAKES = frozenset({"wrong", "missed"})


def notice_text(notice: Notice) -> str:
    """Return the sentence of a notice in the person's language; nothing for a code that has none."""
    if finding := notice.values.get(FINDING):  # what was decided about it
        return text_of(notice.code, {"what": text_of(str(finding), notice.values)})
    return text_of(notice.code, notice.values)


def time_left_text(seconds: float | None) -> str:
    """Return about how long something takes still; nothing where it is not known."""
    if seconds is None:
        return ""
    return text_of("learn.left", {"time": seconds}) if seconds >= SHORTEST_LEFT else text_of("learn.nearly")


def text_of(code: str, values: Mapping[str, object] | None = None) -> str:
    """Return the sentence of a code, filled with values: raw numbers, shares as fractions of 1."""
    sentence = SENTENCES.get(code)
    if sentence is None and code in SAYINGS:
        sentence = Sentence(SAYINGS[code].message)
    if sentence is None:
        log.error("There is no sentence for %s", code)
        return ""
    told = {"row_one": ROW_ONE, "row_many": ROW_MANY, **(values or {})}
    told |= counting.without_cents({field: told.get(field) for field in _OF_MIDDLES.get(code, ())})
    shown = _shown(sentence, told, _SHORT_LISTS.get(code, {}))
    if not sentence.more:
        return say(sentence.one, shown)
    counted = shown.get(sentence.counted)
    return say_count(sentence.one, sentence.more, counted if isinstance(counted, int) else 2, shown)


def _shown(sentence: Sentence, values: dict[str, object], lists: Mapping[str, str]) -> dict[str, object]:
    needed = placeholders(sentence.one)
    shown = {field: _written(field, value, lists.get(field, "")) for field, value in values.items()}
    shown |= _miss_and_mean(values) | _cells(values)
    if "of" in needed and not isinstance(values.get("of"), int):
        shares = {
            field: value for field, value in values.items() if isinstance(value, float) and field in needed
        }
        tested = values.get("tested")
        of = counting.denominator(tested if isinstance(tested, int) else 100, list(shares.values()))
        for field, share in shares.items():
            shown[field] = counting.count(share, of, is_wrong=field in SAID_OF_MISTAKES)
        shown["of"] = of
    return shown


def _written(field: str, value: object, codes: str) -> object:
    """Return a value in the form its field asks for; what `language.say` can write itself is left alone.

    Where it is one of a short list, *codes* is what their codes begin with.
    """
    if codes and isinstance(value, list | tuple):
        return [SENTENCES[f"{codes}.{code}"].one for code in value]
    if codes and f"{codes}.{value}" in SENTENCES:
        return SENTENCES[f"{codes}.{value}"].one
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    return _WRITERS[field](value) if field in _WRITERS else value


def plain(value: float) -> str:
    """Return a number from a file as the file would write it: not grouped, no needless zeros."""
    if isinstance(value, int):
        return str(value)
    if 0 < abs(value) < 0.0001 or abs(value) >= 1e15:
        return localised(f"{value:.6g}")
    text = f"{value:.6f}"
    return localised(text.rstrip("0").rstrip(".") if "." in text else text)


def _cells(values: Mapping[str, object]) -> dict[str, object]:
    """Return the numbers of a column, which stand beside each other, as they are read."""
    known = {field: values.get(field) for field in _OF_CELLS}
    cells = {field: cell for field, cell in known.items() if isinstance(cell, int | float)}
    return {field: counting.as_read(cell, beside=cells.values()) for field, cell in cells.items()}


def _miss_and_mean(values: Mapping[str, object]) -> dict[str, object]:
    """Return a raw miss with the digits that its tested rows allow, and a mean beside it no finer."""
    miss, mean, tested = (values.get(field) for field in ("miss", "mean", "tested"))
    if not isinstance(miss, float):
        return {}
    written = counting.amounts(tested=tested if isinstance(tested, int) else 0, decimals=6)
    shown: dict[str, object] = {"miss": _short(written.near(miss))}
    if isinstance(mean, float):
        shown["mean"] = counting.as_year(_short(written.level(mean, beside=miss)))
    return shown


def _short(text: str) -> str:
    """Return a number without needless zeros."""
    sign = forms().decimal
    return text.rstrip("0").rstrip(sign) if sign in text else text


_WRITERS: dict[str, Callable[[float], str | float]] = {
    "size": lambda value: size(int(value)),
    "time": duration,
    "need": counting.Amounts(digits=2, decimals=0).near,
}
