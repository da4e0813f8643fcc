"""What files of one language are made up of: names, towns, headings, titles."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """How people of one language write tables."""

    letters: tuple[str, ...]  # encodings of before UTF-8
    decimal: str
    groups: tuple[str, ...]  # signs between thousands, the usual one first
    money: tuple[str, ...]  # "€ {}" and so on
    people: tuple[str, ...]
    towns: tuple[str, ...]
    goods: tuple[str, ...]
    states: tuple[str, ...]
    notes: tuple[str, ...]
    months: tuple[str, ...]  # as they stand in a date
    named_date: str  # of d, month, y
    yes_no: tuple[tuple[str, str], ...]
    headings: dict[str, str]  # kind of column -> what it is called
    titles: tuple[str, ...]
    footers: tuple[str, ...]
    total: str
    day_first: bool = True
    dates: str = "dots dots dots iso named"  # how days are written, the usual way more often
    zips: str = "#####"


def headings(words: str) -> dict[str, str]:
    """Return what each kind of column is called, from names parted by "|"."""
    kinds = "person town goods state note amount count share measure date moment zip phone code long yes year"
    return dict(zip(kinds.split(), words.split("|"), strict=True))
