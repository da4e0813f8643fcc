"""Every sentence passes through this module: translation, plural forms, numbers, dates and sizes.

Sentences are whole, with named placeholders. A worker speaks the language that its order names.
"""

import datetime
import gettext
import math
import re
import string
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

LONGEST_NAME, _END_OF_NAME = 40, 12  # letters; long names of one table often begin alike
LONGEST_LIST = 30
LONGEST, _MOST = 1e15, 1.7e308  # numbers: from where on a power of ten is easier to read, and what can be

# Placeholders that hold language or an address, not a name from a file: translated, and never cut.
PHRASES = frozenset(
    (
        *("what", "reason", "kind", "problem", "thing", "effect", "fix", "kinds"),
        *(
            "badge",
            "by_chance",
            "headline",
            "columns_and_reasons",
            "endings",
            "command",
            "condition",
            "conditions",
            "known",
            "exclude",
            "path",
            "row_one",
            "row_many",
            "readings",
            "encodings",
            "argument",
            "options",
        ),
    )
)
_JOINERS = "\u200c\u200d"  # part of how some scripts and emoji are written
_RIGHT_TO_LEFT = range(0x590, 0x900)
_GOES_ON = re.compile(r"…\.(?=\s|$)")  # behind a list that is not told whole, a full stop is one dot too many
_SENTENCE_END = re.compile(r"(?<=[.?!]) +")


class Forms(NamedTuple):
    """How a language writes numbers and days."""

    group: str = ","
    decimal: str = "."
    day: str = ""  # what parts the day, the month and the year, in this order; empty: as ISO 8601


_FORMS = {"de": Forms(group=".", decimal=",", day=".")}
_translation: gettext.NullTranslations = gettext.NullTranslations()


def use(language: str) -> None:
    """Speak *language* from now on in this process; English where it is not there."""
    global _translation  # noqa: PLW0603 - the one place that knows the process's language
    from desktop_app.paths import bundled

    _translation = gettext.translation(
        "hunch", localedir=str(bundled("ui", "languages")), languages=[language], fallback=True
    )


def is_spoken(language: str) -> bool:
    """Return whether there are sentences in *language*: English, or one that is shipped with the program."""
    from desktop_app.paths import bundled

    if language[:2].lower() == "en" and not language[2:3].isalpha():  # "en", "en_GB.UTF-8"
        return True
    return bool(language) and gettext.find("hunch", str(bundled("ui", "languages")), [language]) is not None


def spoken() -> str:
    """Return the code of the language that is spoken, for pages to name."""
    return _translation.info().get("language", "en")


def forms() -> Forms:
    """Return how numbers and days are written in the language that is spoken."""
    return _FORMS.get(spoken()[:2], Forms())


def _(sentence: str) -> str:
    """Return the sentence in the person's language."""
    return _translation.gettext(sentence) if sentence else ""


def mark(sentence: str) -> str:
    """Return the sentence unchanged; it marks a constant for translation where it is used."""
    return sentence


def say(sentence: str, values: Mapping[str, object] | None = None) -> str:
    """Return the text in the person's language, its placeholders filled with readable values.

    A sentence of it whose value is missing (None, "" or an empty list) is left out.
    """
    return _fill(_(sentence), values or {})


def say_count(one: str, more: str, count: int, values: Mapping[str, object] | None = None) -> str:
    """Return the form of the text that fits *count*, its placeholders filled as `say` does."""
    return _fill(_translation.ngettext(one, more, count), values or {})


@cache
def placeholders(sentence: str) -> frozenset[str]:
    """Return the names of the values that a sentence needs."""
    return frozenset(
        field for _text, field, _spec, _conversion in string.Formatter().parse(sentence) if field
    )


def _fill(text: str, values: Mapping[str, object]) -> str:
    given = {
        field: value for field, value in values.items() if value is not None and value not in ("", [], ())
    }
    if missing := placeholders(text) - given.keys():
        parts = _SENTENCE_END.split(text)
        text = " ".join(part for part in parts if not placeholders(part) & missing)
    told = text.format(**{field: _shown(field, value) for field, value in given.items()})
    return _GOES_ON.sub("…", told)


def _shown(field: str, value: object) -> str:
    if field not in PHRASES:
        return readable(value)
    phrases = value if isinstance(value, list | tuple) else [value]
    return ", ".join(_one_line(_(str(phrase))) for phrase in phrases)


def readable(value: object) -> str:
    """Return a value as a person writes it: numbers grouped, long names cut, lists of names in quotes."""
    if isinstance(value, bool) or value is None:
        return "" if value is None else str(value)
    if isinstance(value, int | float):
        return number(value)
    if isinstance(value, str):
        return name(value)
    if isinstance(value, Sequence):
        return _listed(value)
    return str(value)


def _listed(items: Sequence[object]) -> str:
    shown = ", ".join(_quoted(item) for item in items[:LONGEST_LIST])
    if (rest := len(items) - LONGEST_LIST) <= 0:
        return shown
    return _("{shown} and {rest} more").format(shown=shown, rest=number(rest))


def _quoted(item: object) -> str:
    if not isinstance(item, str) or item == "…":
        return readable(item)
    return _('"{name}"').format(name=name(item))


def name(text: str) -> str:
    """Return a name from a file on one line, in its own direction; of a long one both ends: 40 letters."""
    line = _one_line(text)
    if len(line) > LONGEST_NAME:
        line = f"{line[: LONGEST_NAME - _END_OF_NAME]}…{line[-_END_OF_NAME:]}"
    if any(ord(letter) in _RIGHT_TO_LEFT for letter in line):
        line = f"\u2068{line}\u2069"  # isolate it, so that it does not turn the sentence around
    return line


def _one_line(text: str) -> str:
    return "".join(letter if letter.isprintable() or letter in _JOINERS else " " for letter in text)


def number(value: float, *, digits: int = 3, decimals: int | None = None) -> str:
    """Return a number, thousands grouped; a fraction with *digits* that count, or with fixed *decimals*."""
    if not isinstance(value, int) and not math.isfinite(value):
        return "–"
    if abs(value) >= LONGEST:
        return localised(f"{max(-_MOST, min(_MOST, value)):.{digits}g}")
    if isinstance(value, int):
        return localised(f"{value:,}")
    if decimals is not None:
        text = f"{value:,.{max(0, decimals)}f}"
    else:
        magnitude = math.floor(math.log10(abs(value))) if value else 0
        text = f"{value:,.{max(0, digits - 1 - magnitude)}f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if not text.strip("-0.,") else localised(text)


def localised(text: str) -> str:
    """Return a number as in English, "1,234.5", with the signs of the language that is spoken."""
    group, decimal, *_rest = forms()
    return text.translate(str.maketrans(",.", group + decimal))


def in_english(text: str) -> str:
    """Return a number that somebody wrote in the language that is spoken with the signs of English."""
    group, decimal, *_rest = forms()
    return text.translate(str.maketrans(group + decimal, ",."))


def ungrouped(text: str) -> str:
    """Return a number without the signs between its thousands."""
    return text.replace(forms().group, "")


def of_day(iso: str) -> str:
    """Return a day or month of ISO 8601, with what stands behind it, as the spoken language writes it.

    English keeps it as it is, the most general part first, which no reader takes for another day.
    """
    sign, (first, *time) = forms().day, iso.split(" ")
    return " ".join([sign.join(reversed(first.split("-"))), *time]) if sign else iso


def date(moment: datetime.datetime) -> str:
    """Return a day and time as the language that is spoken writes it."""
    return of_day(moment.strftime("%Y-%m-%d %H:%M"))


def duration(seconds: float) -> str:
    """Return about how long something takes, in the largest unit that fits."""
    if seconds < 1:
        return _("a moment")
    if seconds < 90:
        return say_count("{n} second", "{n} seconds", round(seconds), {"n": round(seconds)})
    if seconds < 5400:
        return say_count("{n} minute", "{n} minutes", round(seconds / 60), {"n": round(seconds / 60)})
    return say_count("{n} hour", "{n} hours", round(seconds / 3600), {"n": round(seconds / 3600)})


def size(count: int) -> str:
    """Return a number of bytes in the unit a person reads."""
    value, unit = float(count), "B"
    for larger in ("kB", "MB", "GB", "TB"):
        if value < 1000:
            break
        value, unit = value / 1000, larger
    return f"{number(value) if unit != 'B' else count} {unit}"
