"""Bytes of a model file that are changed at random do no harm; `--scale 20` makes it a thousand changes."""

from pathlib import Path

import numpy as np
import pytest

from desktop_app.errors import ModelError
from desktop_app.models.opening import open_model
from tests.unit.models.attacks.chance import changed_inside, mutated
from tests.unit.models.attacks.refusing import refusal
from tests.unit.models.made import Kind
from tests.unit.models.sealing import members_of

SEED = 20261122
BYTES, PARTS = 60, 24  # changes of each


def test_bytes_changed_at_random_are_refused(
    originals: dict[Kind, bytes], tmp_path: Path, scale: float
) -> None:
    dice = np.random.default_rng(SEED)
    data = originals["linear"]
    codes = set()

    for _ in range(round(BYTES * scale)):
        codes.add(refusal(mutated(data, dice), tmp_path / "model.hunch"))

    assert codes <= {"model.not_model", "model.changed", "model.extra_parts"}


@pytest.mark.parametrize("kind", ["forest", "boosting", "linear", "together"])
def test_parts_changed_at_random_by_one_who_mends_the_hashes_are_refused_or_harmless(
    kind: Kind, originals: dict[Kind, bytes], tmp_path: Path, scale: float
) -> None:
    """Not every change does harm (a card may say anything), but none may raise anything but a refusal."""
    dice = np.random.default_rng(SEED)
    members = members_of(originals[kind])
    refused, changes = 0, round(PARTS * scale)

    for _ in range(changes):
        (tmp_path / "model.hunch").write_bytes(changed_inside(members, dice))
        try:
            open_model(tmp_path / "model.hunch")
        except ModelError:
            refused += 1

    assert refused > changes // 2


def test_the_part_that_was_changed_is_named(originals: dict[Kind, bytes], tmp_path: Path) -> None:
    place = originals["forest"].index(b'"target":"left"')
    data = originals["forest"][:place] + b'"target":"lift"' + originals["forest"][place + 15 :]
    (tmp_path / "model.hunch").write_bytes(data)

    with pytest.raises(ModelError) as caught:
        open_model(tmp_path / "model.hunch")

    assert caught.value.values["part"] == "schema.json"
