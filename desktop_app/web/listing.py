"""Long lists, of which an address says what is looked for, and from where on they are shown."""

from collections.abc import Mapping, Sequence

from desktop_app.records.record import dataclass

_ON_A_PAGE = 25  # lines of a list
_LONGEST = 200  # letters that are looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """The part of a list that is shown."""

    start: int
    end: int
    before: int | None  # where the part before, and the one behind, begins
    after: int | None


def wanted_in(told: Mapping[str, str]) -> str:
    """Return what an address says is looked for."""
    return told.get("find", "")[:_LONGEST].strip()


def with_words(names: Sequence[str], find: str) -> list[int]:
    """Return the places of the names that have all words of *find*."""
    words = find.casefold().split()
    return [at for at, name in enumerate(names) if all(word in name.casefold() for word in words)]


def stretch_of(told: Mapping[str, str], count: int) -> Stretch:
    """Return the part of a list of so many lines that an address asks for; by itself the first."""
    start = place_in(told, "from", 0, count)
    end = min(start + _ON_A_PAGE, count)
    return Stretch(
        start=start,
        end=end,
        before=max(0, start - _ON_A_PAGE) if start else None,
        after=end if end < count else None,
    )


def place_in(told: Mapping[str, str], key: str, usual: int, below: int) -> int:
    """Return the place that an address says, or the *usual* one where it says none *below* a count."""
    text = told.get(key, "")
    return int(text) if text.isdecimal() and len(text) < 9 and int(text) < below else usual
