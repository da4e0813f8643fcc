"""A plan is followed when a model is learned again: what cannot be is refused before anything is learned."""

from functools import partial
from pathlib import Path
from typing import Any

import pytest

from desktop_app.errors import DataError, ModelError
from desktop_app.models.card import read_card
from desktop_app.models.repeating import receipt_of
from desktop_app.records.results import Receipt
from tests.unit.models.made import Kind
from tests.unit.models.sealing import edited

RECEIPT = {"tried": {"linear": 5}, "copies": 1}


def plan(**facts: Any) -> tuple[str, dict[str, Any]]:
    return "plan.json", facts


def receipt(**facts: Any) -> tuple[str, dict[str, Any]]:
    return "evaluation.json", {"receipt": RECEIPT | facts}


def costs(missed: float, false: float) -> tuple[str, dict[str, Any]]:
    return plan(costs={"value": "yes", "costs": {"missed": missed, "false": false}})


def checked(data: bytes, folder: Path, *edits: tuple[str, dict[str, Any]]) -> Receipt:
    """Return the receipt of a file in which some facts were changed."""
    for member, facts in edits:
        data = edited(data, member, partial(_put, facts))
    (folder / "m.hunch").write_bytes(data)
    return receipt_of("m.hunch", read_card(folder / "m.hunch"))


def _put(facts: dict[str, Any], said: dict[str, Any]) -> None:
    said.update(facts)


HOSTILE = {
    "no time": plan(budget=0.0),
    "less than no time": plan(budget=-5.0),
    "for ever": plan(budget=1e300),
    "no seed": plan(seed=-1),
    "a huge seed": plan(seed=2**70),
    "costs below nothing": costs(-1.0, 1.0),
    "costs without end": costs(1e300, 1.0),
    "costs of nothing": costs(0.0, 0.0),
    "no row": receipt(share=0.0),
    "less than no row": receipt(share=-0.5),
    "more than all rows": receipt(share=1.5),
    "a reading that is none": ("recipe.json", {"readings": {"age": "number; DROP TABLE x"}}),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_no_training_can_be_asked_is_refused(
    what: str, originals: dict[Kind, bytes], tmp_path: Path
) -> None:
    with pytest.raises(ModelError) as caught:
        checked(originals["linear"], tmp_path, receipt(), HOSTILE[what])

    assert caught.value.code == "model.unsound"


@pytest.mark.parametrize(
    "facts", [{"tried": ["linear"]}, {"tried": {"linear": "5"}}, {"share": "all"}, {"copies": None}]
)
def test_a_receipt_that_is_none_is_refused_with_its_part(
    facts: dict[str, Any], originals: dict[Kind, bytes], tmp_path: Path
) -> None:
    with pytest.raises(ModelError) as caught:
        checked(originals["linear"], tmp_path, receipt(**facts))

    assert caught.value.code == "model.changed"
    assert caught.value.values["part"] == "evaluation.json"


def test_what_can_be_followed_is(originals: dict[Kind, bytes], tmp_path: Path) -> None:
    edits = (receipt(share=0.25), plan(budget=300.0, seed=12), costs(0.0, 20.0))

    assert checked(originals["linear"], tmp_path, *edits) == Receipt(
        tried={"linear": 5}, copies=1, share=0.25
    )


def test_rows_that_are_not_told_are_not_guessed(originals: dict[Kind, bytes], tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        checked(originals["linear"], tmp_path, receipt(rows_withheld=2))

    assert caught.value.code == "model.rows_withheld"


@pytest.mark.parametrize(
    ("member", "facts"),
    [
        ("plan.json", {"seed": -1}),
        ("plan.json", {"budget": 1e300}),
        ("evaluation.json", {"decimals": 10**9}),
        ("evaluation.json", {"decimals": -(10**9)}),
    ],
)
def test_what_would_be_followed_later_is_refused_when_it_is_opened(
    member: str, facts: dict[str, Any], originals: dict[Kind, bytes], tmp_path: Path
) -> None:
    (tmp_path / "m.hunch").write_bytes(edited(originals["linear"], member, partial(_put, facts)))

    with pytest.raises(ModelError, match="unsound"):
        read_card(tmp_path / "m.hunch")


def test_a_model_of_no_day_is_refused_when_it_is_opened(originals: dict[Kind, bytes], tmp_path: Path) -> None:
    data = edited(originals["linear"], "plan.json", lambda _plan: None, created="some day")
    (tmp_path / "m.hunch").write_bytes(data)

    with pytest.raises(ModelError, match="unsound"):
        read_card(tmp_path / "m.hunch")
