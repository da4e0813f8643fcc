"""Column names that can be told apart, and the one that was meant by a misspelt name."""

import difflib
from collections import Counter
from collections.abc import Collection, Sequence

LONGEST_NAME = 200  # letters of a name that a person gives
_SHORTEST_PART = 3  # letters of a name that tell which one is meant
_JOINERS = "\u200c\u200d"  # part of how some scripts and emoji are written


def told_apart(headings: Sequence[str]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return a name for each heading, all different, and the positions of those that had to change.

    Blanks around a heading are no part of its name. An empty one becomes "column 3" in every language, so
    that a model finds it again; the second "price" becomes "price (2)".
    """
    stripped = [heading.strip() for heading in headings]
    taken = set(stripped) | {""}
    used: Counter[str] = Counter()
    names: list[str] = []
    changed: list[int] = []
    for position, heading in enumerate(stripped):
        name = heading
        used[heading] += 1
        if not heading or used[heading] > 1:
            changed.append(position)
            name = free_name(heading or f"column {position + 1}", taken, first=used[heading])
            taken.add(name)
        names.append(name)
    return tuple(names), tuple(changed)


def clean_name(text: str) -> str:
    """Return a name that a person gave on one line, without letters that steer it, not too long."""
    line = "".join(letter if letter.isprintable() or letter in _JOINERS else " " for letter in text)
    return " ".join(line.split())[:LONGEST_NAME].strip()


def free_name(name: str, taken: Collection[str], *, first: int = 2) -> str:
    """Return the name, with the first free number from *first* on behind it where it is taken already."""
    free, number = name, max(2, first)
    while free in taken:
        free, number = f"{name} ({number})", number + 1
    return free


def nearest(name: str, names: Sequence[str]) -> str:
    """Return which of *names* was probably meant, capital letters aside; nothing where none is like it.

    Where none is spelled nearly so, it is the only one that the name is a part of, as "2024" of "Sales 2024".
    """
    folded = {one.casefold(): one for one in reversed(names)}
    wanted = name.strip().casefold()
    close = difflib.get_close_matches(wanted, folded, n=1)
    if not close and len(wanted) >= _SHORTEST_PART:
        close = [one for one in folded if wanted in one]
    return folded[close[0]] if len(close) == 1 else ""
