"""Codes of a statistics file: what they stand for, and which of them stand for no value."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.records.notices import Notice, about, first_few
from desktop_app.tables.typed.statistics_parts import Code, Variable

_WORDS = ("category", "yes/no", "text", "id")  # readings
_SHOWN = 10  # codes
_NAMED = 20  # columns whose codes are said one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """What the codes of one column mean."""

    words: Mapping[Code, str]  # shown instead of the codes
    missing: Mapping[Code, int]  # codes that stand for no value, and in how many cells
    marks: Mapping[str, int]  # the same for kinds of "no value" that are no numbers
    some: Mapping[Code, str]  # words of some numbers, which stay numbers


def coding_of(
    variable: Variable, counts: Mapping[Code, int], marks: Mapping[str, int], cells: int, wish: str = ""
) -> Coding:
    """Return what the codes of a column mean.

    *counts* are those codes that have a label or stand for no value, and how often each stands there; *cells*
    is how many cells of the column are filled. *wish* is a reading as `records.tables.Wishes` has it: words
    are shown where words are wished, also where some codes have none, and numbers where numbers are.
    """
    missing = {code: times for code, times in counts.items() if _is_missing(code, variable)}
    known = {code: _word(variable.labels[code]) for code in counts if code not in missing}
    is_worded = wish in _WORDS or (not wish.startswith("number") and sum(counts.values()) == cells)
    return Coding(
        words=_told_apart(known) if is_worded else {},
        missing=missing,
        marks=marks,
        some={} if is_worded else known,
    )


def _is_missing(code: Code, variable: Variable) -> bool:
    for low, high in variable.missing:
        if code in (low, high):
            return True
        are_words = any(isinstance(one, str) for one in (code, low, high))
        if not are_words and float(low) <= float(code) <= float(high):
            return True
    return False


def _word(text: str) -> str:
    return " ".join(text.split())


def _told_apart(words: Mapping[Code, str]) -> dict[Code, str]:
    """Return words of which no two are alike: the code follows where they are."""
    times = Counter(words.values())
    return {code: word if times[word] == 1 else f"{word} ({_shown(code)})" for code, word in words.items()}


def _shown(code: Code) -> str:
    return code if isinstance(code, str) else f"{code:.15g}"


def said_of_codes(variables: Sequence[Variable], codings: Mapping[int, Coding]) -> Iterator[Notice]:
    """Yield what is said about the codes of all columns."""
    worded = [(variables[place].name, coding.words) for place, coding in codings.items() if coding.words]
    partly = [(variables[place].name, coding.some) for place, coding in codings.items() if coding.some]
    for columns, code, more in (
        (worded, "import.labels", "import.more_labels"),
        (partly, "import.some_labels", "import.more_some_labels"),
    ):
        for name, words in columns[:_NAMED]:
            yield about(name, code, labels=_listed(words))
        if rest := [name for name, _words in columns[_NAMED:]]:
            yield Notice(code=more, values={"count": len(rest), "columns": rest})
    for place, coding in codings.items():
        if coding.missing or coding.marks:
            yield _said_of_missing(variables[place], coding)


def _listed(words: Mapping[Code, str]) -> list[str]:
    shown = [
        f"{_shown(code)} = {word}"
        for code, word in sorted(words.items(), key=lambda one: str(one[0]).zfill(20))
    ]
    return first_few(shown, _SHOWN)


def _said_of_missing(variable: Variable, coding: Coding) -> Notice:
    codes = {_shown(code): variable.labels.get(code, "") for code in coding.missing}
    codes |= {f".{mark}": variable.labels.get(mark, "") for mark in coding.marks}
    shown = [f"{code} = {_word(word)}" if word else code for code, word in codes.items()]
    cells = sum(coding.missing.values()) + sum(coding.marks.values())
    return about(variable.name, "import.missing_codes", count=cells, codes=first_few(shown, _SHOWN))
