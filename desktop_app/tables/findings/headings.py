"""The words that a heading is made of, so that "OrderDate", "order_date" and "Order date" are alike."""

import re
import unicodedata
from collections.abc import Collection
from itertools import pairwise

_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_HUMP = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")


def words_of(heading: str) -> tuple[str, ...]:
    """Return the words of a heading in small letters, without accents and digits."""
    parted = _HUMP.sub(" ", heading).casefold()
    plain = unicodedata.normalize("NFKD", parted)
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return tuple(_WORD.findall(letters.replace("ł", "l")))


def has_word(heading: str, words: Collection[str]) -> bool:
    """Return whether one of its words, two neighbours, or all of them together are among *words*."""
    found = words_of(heading)
    pairs = {first + second for first, second in pairwise(found)}
    return not {*found, *pairs, "".join(found)}.isdisjoint(words)
