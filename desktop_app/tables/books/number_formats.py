"""Number formats that make codes of numbers: the format 00000 shows 1067 as 01067, which is a zip code."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_FEWEST_ZEROS = 2
_MOST_PARTS = 40
_LARGEST = 1e15  # beyond, a spreadsheet keeps no whole number as it is
_PLACES = frozenset("0#")
_LETTERS = frozenset("-–()+ $/:")  # that stand for themselves
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[(?P<bracket>[^\]]*)\]|_(?P<room>.)|\*(?P<fill>.)|(?P<plain>.)',
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class CodeFormat:
    """A format whose digits and letters make a code of a whole number."""

    parts: tuple[str, ...]  # "0" a digit that is always shown, "#" one that may be, else "=" and a text

    def shows(self, number: float) -> str:
        """Return what the cell shows; nothing where no code is made of the number."""
        if not 0 <= number < _LARGEST or number != int(number):
            return ""
        zeros = self.parts.count("0")
        digits = str(int(number)).zfill(zeros)
        if zeros == len(self.parts):
            return digits
        places = sum(part in _PLACES for part in self.parts)
        shown: list[str] = []
        for part in reversed(self.parts):
            if part not in _PLACES:
                shown.append(part[1:])
                continue
            places -= 1
            cut = max(0, len(digits) - 1) if places else 0  # the first place shows all that is left
            shown.append(digits[cut:])
            digits = digits[:cut]
        return "".join(reversed(shown)).strip()


def code_format(written: str) -> CodeFormat | None:
    """Return the code that a number format makes; None where it shows amounts, days or text."""
    parts: list[str] = []
    for token in _TOKEN.finditer(written):
        kind = token.lastgroup or ""
        text = token[kind]
        if kind == "plain" and text == ";":  # what follows is for other numbers
            break
        part = _part(kind, text)
        if part is None or len(parts) > _MOST_PARTS:
            return None
        parts.append(part)
    return CodeFormat(tuple(filter(None, parts))) if parts.count("0") >= _FEWEST_ZEROS else None


def code_formats(written: Mapping[int, str], styles: Sequence[int]) -> dict[int, CodeFormat]:
    """Return the code formats among the styles of cells, by the number of the style, from 0.

    *written* holds the number formats by their numbers, *styles* that number for each style.
    """
    known = {number: found for number, text in written.items() if (found := code_format(text))}
    return {style: known[number] for style, number in enumerate(styles) if number in known}


def _part(kind: str, text: str) -> str | None:
    """Return a part of a `CodeFormat`, nothing for what shows nothing; None where it makes no code."""
    if kind == "bracket":  # a colour or a language; a condition or a duration is no code
        return None if text[:1] in tuple("<>=") or set(text.lower()) <= set("hms") else ""
    if kind in ("fill", "room"):
        return "= " if kind == "room" else ""
    if kind in ("quoted", "escaped") or text in _LETTERS:
        return f"={text}"
    return text.replace("?", "#") if text in "0#?" else None
