"""Which of two kinds is the one looked for, and which kinds a model mixes up."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.records.results import Confusion, Evaluation

YES_WORDS = frozenset(
    (
        *("yes", "y", "true", "t", "1", "1.0", "on", "positive"),
        *("ja", "j", "wahr", "positiv", "oui", "vrai", "si", "sí", "sì", "sim"),
        *("tak", "ano", "igen", "da", "kyllä", "evet"),
    )
)


class MixUp(NamedTuple):
    """How many test rows that are really one kind were taken for another."""

    really: str
    taken_for: str
    rows: int


class Recall(NamedTuple):
    """How many of the test rows of one kind were found."""

    kind: str
    found: int
    rows: int


def yes_of(values: Sequence[str], common: str = "") -> str:
    """Return the value looked for: a word for yes, else the one that is not the most frequent."""
    said = next((value for value in values if value.strip().casefold() in YES_WORDS), None)
    if said is not None:
        return said
    return next((value for value in reversed(values) if value != common), values[-1] if values else "")


def yes_and_no(evaluation: Evaluation) -> tuple[str, str]:
    """Return the kind that is looked for and the other one, or the most frequent of the others."""
    yes = evaluation.rare.value if evaluation.rare else yes_of(evaluation.classes, evaluation.common)
    others = [value for value in evaluation.classes if value != yes]
    return yes, evaluation.common if evaluation.common in others else "".join(others[:1])


def most_mixed(confusion: Confusion, *, both_ways: bool = False) -> MixUp | None:
    """Return the mix-up that happens most; with *both_ways*, of the pair that is mixed up most."""
    mixed = [
        MixUp(really, taken_for, confusion.counts[i][j])
        for i, really in enumerate(confusion.labels)
        for j, taken_for in enumerate(confusion.labels)
        if i != j and confusion.counts[i][j]
    ]
    if not mixed:
        return None
    if not both_ways:
        return max(mixed, key=lambda mix_up: mix_up.rows)
    return max(mixed, key=lambda one: sum(other.rows for other in mixed if set(other[:2]) == set(one[:2])))


def often_mixed(confusion: Confusion) -> MixUp | None:
    """Return the mix-up that happens most, where it is more than one row and at least one of 100."""
    mixed = most_mixed(confusion)
    return mixed if mixed and mixed.rows > 1 and 100 * mixed.rows >= total(confusion) else None


def recalls(confusion: Confusion) -> tuple[Recall, ...]:
    """Return for each kind that was tested how many of its rows were found."""
    found = (
        Recall(kind, row[position], sum(row))
        for position, (kind, row) in enumerate(zip(confusion.labels, confusion.counts, strict=True))
    )
    return tuple(recall for recall in found if recall.rows)


def total(confusion: Confusion) -> int:
    """Return how many rows were tested."""
    return sum(map(sum, confusion.counts))
