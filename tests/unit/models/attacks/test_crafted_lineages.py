"""A model file that says of the model before it what cannot be is refused before any of it is shown."""

from pathlib import Path
from typing import Any

import pytest

from desktop_app.errors import ModelError
from desktop_app.models.card import read_card
from desktop_app.records.jsonable import to_json
from desktop_app.records.lineage import Against, Lineage
from tests.unit.models.attacks.refusing import refusal
from tests.unit.models.made import Kind
from tests.unit.models.sealing import edited

SOUND = Lineage(
    content="0" * 64,
    name="left",
    created="2026-03-01T10:00:00+00:00",
    rows_then=200,
    rows_new=60,
    joined=True,
    is_known=True,
    against=Against(rows=60, now=0.8, before=0.7, low=-0.1, high=0.3),
)
ATTACKS: dict[str, dict[str, Any]] = {
    "no hash": {"content": "0" * 63},
    "a hash of other signs": {"content": "g" * 64},
    "no name": {"name": ""},
    "a name of two lines": {"name": "left\nsigned by the bank"},
    "a name that steers": {"name": "left\u202etfel"},
    "an endless name": {"name": "n" * 100_000},
    "no day": {"created": "yesterday"},
    "fewer rows than none": {"rows_then": -1},
    "more rows than there can be": {"rows_new": 2**70},
}
AGAINST: dict[str, dict[str, Any]] = {
    "fewer rows to compare than none": {"rows": -1},
    "scores of no rows": {"rows": 0},
    "more right than all": {"now": 1.5},
    "further ahead than all": {"high": 7.0},
    "a range that is turned round": {"low": 0.4, "high": 0.3},
    "a miss below 0": {"now": -0.1},
    "an endless count": {"k": 2**70},
}


def with_lineage(lineage: dict[str, Any]) -> Any:
    def put(evaluation: Any) -> None:
        evaluation["lineage"] = lineage

    return put


@pytest.mark.parametrize("attack", [*ATTACKS, *AGAINST])
def test_a_crafted_lineage_is_refused(attack: str, originals: dict[Kind, bytes], tmp_path: Path) -> None:
    lineage = to_json(SOUND) | ATTACKS.get(attack, {})
    lineage["against"] = lineage["against"] | AGAINST.get(attack, {})

    data = edited(originals["forest"], "evaluation.json", with_lineage(lineage))

    assert refusal(data, tmp_path / "model.hunch") == "model.unsound"
    with pytest.raises(ModelError):  # its card is shown alone
        read_card(tmp_path / "model.hunch")


def test_a_sound_one_is_read(originals: dict[Kind, bytes], tmp_path: Path) -> None:
    path = tmp_path / "model.hunch"
    path.write_bytes(edited(originals["forest"], "evaluation.json", with_lineage(to_json(SOUND))))

    assert read_card(path).evaluation.lineage == SOUND


def test_a_file_of_an_older_program_has_none(originals: dict[Kind, bytes], tmp_path: Path) -> None:
    path = tmp_path / "model.hunch"
    path.write_bytes(
        edited(originals["forest"], "evaluation.json", lambda evaluation: evaluation.pop("lineage"))
    )

    assert read_card(path).evaluation.lineage is None
