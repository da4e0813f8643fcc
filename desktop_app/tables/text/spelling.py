"""Whether words are spelled as in a language with Latin letters: it tells an encoding from its neighbours."""

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

# The letters beyond ASCII of languages, small ones. A language is one line: some share a spelling.
_LANGUAGES = (
    "äöüß",  # German
    "äöüßàâçéèêëîïôûù",  # German in Switzerland, with its names
    "àâæçéèêëîïôœùûüÿ",  # French
    "áéíñóúüº",  # Spanish
    "áâãàçéêíóôõúü",  # Portuguese
    "àçèéíïòóúü·",  # Catalan
    "äáàâéèêëíïóöôúü",  # Dutch
    "åäöéü",  # Swedish, Finnish
    "æøåéèêòóôüöä",  # Danish, Norwegian
    "áðéíóúýþæö",  # Icelandic
    "åäöõüšž",  # Estonian
    "áčďéěíňóřšťúůýž",  # Czech
    "áäčďéíĺľňóôŕšťúýž",  # Slovak
    "ąćęłńóśźż",  # Polish
    "áéíóöőúüű",  # Hungarian
    "ăâîșțşţ",  # Romanian
    "čćđšž",  # Croatian, Slovenian, Serbian
    "çëé",  # Albanian
    "âçğıîöşûü",  # Turkish
    "ąčęėįšųūž",  # Lithuanian
    "āčēģīķļņšūž",  # Latvian
)
_ITALIAN = frozenset("àèéìíòóù")  # at the end of a word alone
_OWN, _OTHER, _NONE = 1.0, 0.6, 0.3  # what a word counts: of the language of most, of another, of none


def spelled_well(words: Sequence[str]) -> float:
    """Return from 0 to 1 how well words fit one language; those without Latin letters fit."""
    fitting = [_languages(word) for word in words]
    counts = [sum(number in fits for fits in fitting) for number in range(len(_LANGUAGES) + 1)]
    main = max(range(len(counts)), key=counts.__getitem__)
    worth = [_OWN if main in fits else _OTHER if fits else _NONE for fits in fitting]
    return sum(worth) / len(worth)


def _languages(word: str) -> frozenset[int]:
    """Return in which languages a word can be spelled so."""
    small = word.lower()
    letters = {letter for letter in small if _is_latin(letter)}
    found = {number for number, known in enumerate(_LANGUAGES) if letters.issubset(known)}
    inside = {left for left, right in pairwise(small) if right.isalpha()}
    if letters <= _ITALIAN and not letters & inside:
        found.add(len(_LANGUAGES))
    return frozenset(found)


def _is_latin(letter: str) -> bool:
    return not letter.isascii() and letter.isalpha() and unicodedata.name(letter, "").startswith("LATIN")


def is_mixed_case(word: str) -> bool:
    """Whether capital and small letters follow each other as in no word: "KŠse", "dE"."""
    if any(left.islower() and right.isupper() for left, right in pairwise(word)):
        return True
    return len(word) > 2 and word[:2].isupper() and not word[1].isascii() and word[2].islower()
