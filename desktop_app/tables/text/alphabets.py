"""In which encoding the letters of a text file are written, where that has to be guessed."""

import codecs
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.language import _, mark
from desktop_app.tables.text.spelling import is_mixed_case, spelled_well

_PIECE = 1024 * 1024
_SAMPLE = 100_000  # bytes of lines with letters beyond ASCII
_PRIOR = 3.0  # how much more often an office file is in Windows-1252 than in any other
_SIGNS_ALONE = 1000.0  # the same, of a text with "€" and "°" but without a letter that says more
_CUT = 0.3  # of what a text is worth that has a backslash within its words
_WITH_EURO = "iso8859-15"
_SURE = 2.0  # times better than any other reading is a guess that is sure
_PLAUSIBLE = 0.5  # at least, of a guess that is sure
_RARE = {"iso8859-2": 0.98, "mac-cyrillic": 0.3, "mac-latin2": 0.3, "cp437": 0.5}  # next to others of theirs
_LEAST_CONFIDENCE = 0.002  # below it, a guess is none
# What offices wrote before Unicode, by the letters that it was made for.
_ALPHABETS = {
    mark("Western European"): "cp1252 iso8859-15 iso8859-1 mac-roman cp850 cp437",
    mark("Central European"): "cp1250 iso8859-2 cp852 mac-latin2",
    mark("Cyrillic"): "cp1251 koi8-r koi8-u cp866 iso8859-5 mac-cyrillic",
    mark("Greek"): "cp1253 iso8859-7",
    mark("Turkish"): "cp1254 iso8859-9",
    mark("Hebrew"): "cp1255 iso8859-8",
    mark("Arabic"): "cp1256 iso8859-6",
    mark("Baltic"): "cp1257 iso8859-13",
    mark("Vietnamese"): "cp1258",
    mark("Thai"): "cp874",
    mark("Japanese"): "cp932 euc_jis_2004",
    mark("Chinese"): "gb18030 big5hkscs",
    mark("Korean"): "cp949",
    mark("Unicode"): "utf-8 utf-16-le utf-16-be utf-32-le utf-32-be",
}
_LIMITED_TO = [name for line in _ALPHABETS.values() for name in line.split() if not name.startswith("utf")]
_SAME = {
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "gbk": "gb18030",
}
_NAMES = {"cp125": "Windows-125", "cp874": "Windows-874", "mac-roman": "Mac Roman", "cp932": "Shift-JIS"}
_ODD_WORD = re.compile(r"\w{0,30}[^\x00-\x7f](?:\w|[^\x00-\x7f]){0,40}")  # bounded: a hostile word is long
# "®ák" is no word, nor are "zap³acono", "£ukasz" and "by³": only a length is raised to the third at its end.
_SIGN_AS_LETTER = re.compile(
    r"(?<!\w)[®©¾½¼¹²³](?=[^\W\d_])(?![A-Z])|(?<=[^\W\d_])[¹²³¼½¾¿¯](?=[^\W\d_])|[£¯](?=[^\W\d_]{3})"
    r"|(?<=[^\W\d_])(?<!m)(?<!ft)(?<!in)(?<!yd)³(?!\w)"
)
_CUT_BY_BACKSLASH = re.compile(
    r"[^\x00-\x7f]\\[^\W\d_]|[^\W\d_]\\[^\x00-\x7f]"
)  # it is half a letter of the East
_OPENED_BEHIND = re.compile(r"^[^‚„]*[^\W\d_][‘„]")  # "Zo‘": nothing is opened behind a word
_ONLY_WITH_EURO = re.compile(r"€|[^\W\d_][œšžŠŽ][^\W\d_]")
_NUMBER = re.compile(r"[\d\s.,'’]+")
_CURRENCY_SIGN = "¤"  # on no keyboard: where the euro sign stands in the alphabet that came after
_LETTER_IN_NUMBER = re.compile(r"\d(?![A-Za-z])[^\W\d_]\d{3}(?!\d)")  # "1Ъ633" is a blank in another
_NO_LETTERS = frozenset(("Cc", "Co", "Cn", "So"))  # what Unicode calls controls, unused ones and pictures
_EASTERN = frozenset(["HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HANGUL", "FULLWIDTH", "HALFWIDTH"])
_WORDS_SHOWN, _LONGEST_SHOWN = 5, 40
_IN_WORDS = frozenset("’'·-.‐–")
_LETTERS = frozenset("äöüÄÖÜßéèêëàâáçîïíìôóòõûùúñåæøœÉÈÊÀÁÂÇÍÎÓÔÕÚÑÅÆØ")
_COMMON = _LETTERS | frozenset("€£§°©®²³µ·½¼±«»“”„‘’–—…•¿¡ªº×\u00a0")


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """An encoding by its Python name, and how well it fits."""

    encoding: str
    fit: float
    is_sure: bool = True  # its words are words, and nothing that reads otherwise fits nearly as well


def guess_encoding(path: Path) -> Guess:
    """Return the encoding of a text that is not Unicode; Windows-1252 unless something else fits better."""
    import chardet

    sample = _sample(path)
    found = chardet.detect_all(
        sample, ignore_threshold=True, include_encodings=_LIMITED_TO, compat_names=False
    )
    guesses = [
        Guess(encoding=_SAME.get(name, name), fit=_fit(sample, _SAME.get(name, name), one["confidence"]))
        for one in found
        if (name := _python_name(one["encoding"] or "")) in _LIMITED_TO or name in _SAME
    ]
    guesses += [
        Guess(encoding=name, fit=_fit(sample, name, _LEAST_CONFIDENCE)) for name in ("cp1252", _WITH_EURO)
    ]
    best, *others = sorted(guesses, key=lambda guess: (guess.fit, guess.encoding == "cp1252"), reverse=True)
    near = [guess for guess in others if guess.fit * _SURE > best.fit]
    text = decoded(sample, best.encoding)
    is_alone = all(decoded(sample, guess.encoding) == text for guess in near)
    are_words = _plausibility(_odd_words(text)) >= _PLAUSIBLE and not _CUT_BY_BACKSLASH.search(text)
    return replace(best, is_sure=is_alone and are_words)


def alphabet_of(encoding: str) -> str:
    """Return for which letters an encoding was made, in words."""
    for alphabet, encodings in _ALPHABETS.items():
        if encoding in encodings.split():
            return _(alphabet)
    return encoding


def title_of(encoding: str) -> str:
    """Return the name by which people know an encoding."""
    for start, title in _NAMES.items():
        if encoding.startswith(start):
            return encoding.replace(start, title)
    return encoding.upper().replace("_", "-").replace("ISO8859", "ISO-8859")


def _python_name(name: str) -> str:
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return ""
    return found


def _sample(path: Path) -> bytes:
    """Return lines with letters beyond ASCII, from all over a file."""
    lines: list[bytes] = []
    size = 0
    with path.open("rb") as file:
        while size < _SAMPLE and (piece := file.read(_PIECE)):
            for line in piece.replace(b"\0", b"").splitlines():
                if not line.isascii():
                    lines.append(line[:2000])
                    size += len(lines[-1])
                if size >= _SAMPLE:
                    break
    return b"\n".join(lines)


def _fit(sample: bytes, encoding: str, confidence: float) -> float:
    text = decoded(sample, encoding)
    words = _odd_words(text)
    if not words:
        return 0.0
    good = _plausibility(words) ** 4
    odd = sum(not letter.isascii() for word in words for letter in word)
    common = sum(letter in _COMMON for word in words for letter in word)
    if _CUT_BY_BACKSLASH.search(text):
        good *= _CUT
    is_western = encoding == "cp1252" or (encoding == _WITH_EURO and _ONLY_WITH_EURO.search(text))
    if is_western and common == odd and not any(map(_SIGN_AS_LETTER.search, words)):
        has_letters = any(letter in _LETTERS for word in words for letter in word)
        good *= _PRIOR if has_letters else _SIGNS_ALONE
    return max(confidence, _LEAST_CONFIDENCE) * _RARE.get(encoding, 1.0) * good


def _odd_words(text: str) -> list[str]:
    return list(dict.fromkeys(_ODD_WORD.findall(text)[:2000]))


def _plausibility(words: Sequence[str]) -> float:
    """Return from 0 to 1 how much these look like words, and of one language."""
    words = [
        word for word in words if not _NUMBER.fullmatch(word)
    ] or words  # its blanks are in all alphabets
    likely = [word for word in words if _is_likely(word)]
    return len(likely) / len(words) * spelled_well(likely) if likely else 0.0


def decoded(sample: bytes, encoding: str) -> str:
    """Return a text, with a mark where bytes are no letter."""
    return sample.decode(encoding, errors="replace")


def _is_likely(word: str) -> bool:
    """Whether a word is one: no sign in it, small letters follow capital ones, and all of one script."""
    letters = set(word) - _COMMON
    if _CURRENCY_SIGN in letters or any(unicodedata.category(letter) in _NO_LETTERS for letter in letters):
        return False
    if _SIGN_AS_LETTER.search(word) or _LETTER_IN_NUMBER.search(word):
        return False
    core = word.strip("".join(letter for letter in set(word) if not letter.isalpha()))
    if any(not (letter.isalnum() or letter in _IN_WORDS or unicodedata.combining(letter)) for letter in core):
        return False
    if _OPENED_BEHIND.search(word) or is_mixed_case(core):
        return False
    return len({_script(letter) for letter in core if letter.isalpha()}) <= 1


def _script(letter: str) -> str:
    name = unicodedata.name(letter, "").split(" ", 1)[0]
    return "CJK" if name in _EASTERN else name


def words_of(text: str, known: Sequence[str]) -> list[str]:
    """Return words of a text with letters beyond ASCII, after those that are known, five at most."""
    found = dict.fromkeys(known)
    if text.isascii() or len(found) >= _WORDS_SHOWN:
        return list(found)
    for match in _ODD_WORD.finditer(text):
        if len(found) >= _WORDS_SHOWN:
            break
        found[match.group()[:_LONGEST_SHOWN]] = None
    return list(found)
