"""Which letters a file is written in, and by which words of it a person sees whether that is right."""

import re
from collections.abc import Iterable, Iterator

from desktop_app.language import name
from desktop_app.records.record import dataclass
from desktop_app.records.tables import Column, Table
from desktop_app.reports.reading_names import ENCODINGS, encoding_key, encoding_name

_MOST_WORDS, _LONGEST_WORD = 3, 24
_ODD_WORD = re.compile(r"\w*[^\W\x00-\x7f]\w*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One of the things a decision could be."""

    value: str
    label: str
    sample: str = ""  # what it makes of some words of the file
    is_chosen: bool = False


def letter_options(encoding: str, words: tuple[str, ...]) -> tuple[Option, ...]:
    """Return what the letters of a file could be, with what each makes of some words of it."""
    now = encoding_key(encoding)
    return tuple(
        Option(
            value=key,
            label=encoding_name(key),
            sample=", ".join(name(in_letters(word, encoding, key)) for word in words),
            is_chosen=key == now,
        )
        for key in dict.fromkeys((now, *ENCODINGS))
    )


def in_letters(word: str, was: str, other: str) -> str:
    """Return what a word that was read in one encoding would be in another."""
    if encoding_key(was) == encoding_key(other):
        return word
    try:
        return word.encode(was, "replace").decode(other, "replace")
    except LookupError:
        return ""


def odd_words(table: Table) -> tuple[str, ...]:
    """Return some words of a table by which a person sees whether its letters are right."""
    found: dict[str, None] = {}
    for text in _texts(table.columns):
        found |= dict.fromkeys(word for word in _ODD_WORD.findall(text) if len(word) <= _LONGEST_WORD)
        if len(found) >= _MOST_WORDS:
            break
    return tuple(found)[:_MOST_WORDS]


def _texts(columns: Iterable[Column]) -> Iterator[str]:
    for column in columns:
        yield column.name
        yield from column.examples
        yield from (bar.label for bar in column.top_values)
