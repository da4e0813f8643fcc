"""The named attacks on model files: how each is made, and the code that it must be refused by."""

from collections.abc import Callable
from functools import partial

from tests.unit.models.attacks import (
    test_crafted_arrays,
    test_crafted_blends,
    test_crafted_combinations,
    test_crafted_models,
    test_tampered_files,
)
from tests.unit.models.made import Kind
from tests.unit.models.sealing import crafted, edited

Attack = tuple[Kind, Callable[[bytes], bytes], str]


def attacks() -> dict[str, Attack]:
    """Return every attack by its name: the kind of model it begins with, what it does to it, and the code."""
    unsound = "model.unsound"
    found: dict[str, Attack] = {
        name: ("forest", change, code) for name, (change, code) in test_tampered_files.FILES.items()
    }
    for name, (kind, inside, code) in test_crafted_models.INSIDE.items():
        found[name] = (kind, partial(crafted, change=inside), code)
    for name, (member, edit, code) in test_crafted_models.FACTS.items():
        found[name] = ("forest", partial(edited, member=member, change=edit), code)
    for name, change in test_crafted_arrays.INSIDE.items():
        found[name] = ("together", partial(test_crafted_arrays.crafted, change=change), unsound)
    for name, blend in test_crafted_blends.BLENDS.items():
        found[name] = ("together", partial(edited, member="features.json", change=blend), unsound)
    for name, put in test_crafted_combinations.ATTACKS.items():
        found[f"combinations: {name}"] = (
            "forest",
            partial(edited, member="schema.json", change=put),
            unsound,
        )
    return found
