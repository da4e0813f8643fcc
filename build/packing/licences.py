"""The gate: a part whose licence is unknown or not allowed is not shipped, unless named with a reason."""

import dataclasses
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from email.message import Message
from typing import Any, Self

from packing import product
from packing.components import Component, Text

RULES = product.SPEC / "licences.toml"
LINE = "=" * 78


class LicenceError(Exception):
    """Parts that may not be shipped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What spec/licences.toml says."""

    allowed: frozenset[str]
    same: Mapping[str, str]
    read: Mapping[str, str]
    exceptions: tuple[Mapping[str, str], ...] = ()
    libraries: tuple[Mapping[str, str], ...] = ()

    @classmethod
    def of(cls, said: Mapping[str, Any]) -> Self:
        """Return the rules of a parsed file."""
        return cls(
            allowed=frozenset(said["allowed"]),
            same=said.get("same", {}),
            read=said.get("read", {}),
            exceptions=tuple(said.get("exception", ())),
            libraries=tuple(said.get("library", ())),
        )

    @classmethod
    def ours(cls) -> Self:
        """Return the rules of this project."""
        return cls.of(tomllib.loads(RULES.read_text(encoding="utf-8")))


def of_package(about: Message, rules: Rules) -> str:
    """Return the licence that a Python package states of itself, in the words of SPDX, or ""."""
    if stated := about["License-Expression"]:
        return str(stated)
    short = str(about["License"] or "").strip().splitlines()[:1]
    classifiers = [
        line.rpartition("::")[2].strip()
        for line in about.get_all("Classifier") or []
        if line.startswith("License ::")
    ]
    known = {*rules.allowed, *rules.same}
    found = [words for words in (*short, *classifiers) if words in known]
    if any("GPL" in words or "General Public" in words for words in (*short, *classifiers)):
        return "; ".join(dict.fromkeys((*short, *classifiers)))  # what follows is for people to read
    if found:
        return rules.same.get(found[0], found[0])
    return rules.read.get(plain(str(about["Name"])), "")


def plain(name: str) -> str:
    """Return a package's name as indexes and locks write it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def of_library(file: str, rules: Rules) -> Component:
    """Return what a library is by the name of its file; one without a licence where nobody has said."""
    for known in rules.libraries:
        if re.fullmatch(known["file"], file, flags=re.IGNORECASE):
            return Component(name=known["name"], licence=known["licence"])
    return Component(name=file)


def is_allowed(expression: str, allowed: frozenset[str]) -> bool:
    """Whether an SPDX expression can be fulfilled with allowed licences alone; what it cannot read is not."""
    if "(" in expression:  # nested: none of its licences may be one that is not allowed
        return all(term.strip(" ()") in allowed for term in re.split(r"\s+(?:AND|OR)\s+", expression))
    return any(
        all(term.strip() in allowed for term in re.split(r"\s+AND\s+", choice))
        for choice in re.split(r"\s+OR\s+", expression)
    )


def admitted(components: Iterable[Component], rules: Rules) -> list[Component]:
    """Return the parts, each with the reason of its exception if it needed one.

    Raises LicenceError, which names every part that has neither an allowed licence nor an exception.
    """
    passed, refused = [], []
    for part in components:
        reason = _reason(part, rules)
        if is_allowed(part.licence, rules.allowed):
            passed.append(part)
        elif reason:
            passed.append(dataclasses.replace(part, exception=reason))
        else:
            refused.append(f"{part.name} {part.version}: {part.licence or 'unknown'}")
    if refused:
        raise LicenceError("Not allowed by spec/licences.toml:\n  " + "\n  ".join(refused))
    return passed


def _reason(part: Component, rules: Rules) -> str:
    """Return why this part is excepted: by its name and by just this licence, so that a change is seen."""
    named = {known["name"]: known for known in rules.exceptions}.get(part.name)
    return named["reason"] if named and named["licence"] == part.licence else ""


def report(components: Iterable[Component], texts: Iterable[Text]) -> str:
    """Return one text for people: the list of parts, then every licence text that they bring."""
    lines = ["Parts of other people in Hunch, and their licences", ""]
    for part in components:
        lines.append(f"{part.name} {part.version}".rstrip() + f": {part.licence}")
        if part.exception:
            lines.append(f"    {part.exception}")
    for text in texts:
        lines += ["", LINE, f"{text.of}: {text.file}", LINE, "", text.text.strip()]
    return "\n".join(lines) + "\n"
