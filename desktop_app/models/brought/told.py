"""Values of a schema file, each looked at where it stands."""

from collections.abc import Collection, Iterator
from typing import Any, NoReturn

from desktop_app.engine.brought.fitting import UnfitError

LONGEST = 1_000  # letters of a name or a value
_MOST = 1e30

Facts = dict[str, Any]


class Place:
    """A part of a schema file: what stands there, and where that is, as "columns[3].type"."""

    def __init__(self, facts: Any, path: str = "") -> None:
        self.facts, self.path = facts, path

    def named(self, known: Collection[str]) -> Facts:
        """Return an object of which every name is *known*."""
        if not isinstance(self.facts, dict):
            raise UnfitError("schema.kind", path=self._shown, kind="an object")
        for name in self.facts:
            if name not in known:
                raise UnfitError("schema.name", path=self.at(name).path, names=sorted(known))
        return self.facts

    def at(self, name: str) -> "Place":
        """Return the part under a name: None stands where there is none."""
        facts = self.facts.get(name) if isinstance(self.facts, dict) else None
        return Place(facts, f"{self.path}.{name}" if self.path else name)

    def each(self) -> Iterator["Place"]:
        """Yield the parts of a list that is not empty."""
        if not isinstance(self.facts, list) or not self.facts:
            self.wrong("a list that is not empty")
        for number, facts in enumerate(self.facts):
            yield Place(facts, f"{self.path}[{number}]")

    @property
    def is_there(self) -> bool:
        """Whether anything stands there."""
        return self.facts is not None

    def text(self) -> str:
        """Return a text that is not empty."""
        if not isinstance(self.facts, str) or not self.facts.strip() or len(self.facts) > LONGEST:
            self.wrong("a text")
        if not self.facts.isascii() and any("\ud800" <= letter <= "\udfff" for letter in self.facts):
            self.wrong("a text")  # half a letter
        return self.facts

    def value(self) -> str:
        """Return a text, or a whole number as one."""
        if isinstance(self.facts, int) and not isinstance(self.facts, bool):
            return str(self.facts)
        return self.text()

    def number(self) -> float:
        """Return a number."""
        if isinstance(self.facts, bool) or not isinstance(self.facts, int | float) or abs(self.facts) > _MOST:
            self.wrong("a number")
        return float(self.facts)

    def whole(self, most: int) -> int:
        """Return a whole number from 0 on."""
        if isinstance(self.facts, bool) or not isinstance(self.facts, int) or not 0 <= self.facts <= most:
            self.wrong("a whole number")
        return int(self.facts)

    def choice(self, choices: Collection[str]) -> str:
        """Return one of a few texts."""
        if self.facts not in choices:
            raise UnfitError("schema.choice", path=self._shown, names=list(choices))
        return str(self.facts)

    def wrong(self, kind: str) -> NoReturn:
        """Refuse what stands there: it is not of a kind."""
        raise UnfitError("schema.kind", path=self._shown, kind=kind)

    @property
    def _shown(self) -> str:
        return self.path or "{}"


def values_in(listed: Place) -> tuple[str, ...]:
    """Return the texts of a list, of which no two are alike."""
    found: dict[str, None] = {}  # in their order; a list of a million would be searched a million times
    for place in listed.each():
        value = place.value()
        if value in found:
            raise UnfitError("schema.twice", path=place.path, name=value)
        found[value] = None
    return tuple(found)
