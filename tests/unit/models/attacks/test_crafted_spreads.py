"""A model file whose shares of a column are not in their form is refused before they are compared."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.errors import ModelError
from desktop_app.models.card import read_card
from tests.unit.models.attacks.refusing import refusal
from tests.unit.models.made import Kind
from tests.unit.models.sealing import edited


def with_spread(column: str, **facts: Any) -> Callable[[Any], None]:
    def put(schema: Any) -> None:
        (feature,) = [one for one in schema["features"] if one["name"] == column]
        feature["spread"] = (
            feature["spread"] or {"rows": 9, "ends": [], "levels": [], "shares": [1.0]}
        ) | facts

    return put


ATTACKS: dict[str, Callable[[Any], None]] = {
    "ends that fall": with_spread("age", ends=[40.0, 30.0], shares=[0.3, 0.3, 0.4]),
    "an end twice": with_spread("age", ends=[30.0, 30.0], shares=[0.3, 0.3, 0.4]),
    "fewer shares than steps": with_spread("age", ends=[30.0, 40.0], shares=[0.5, 0.5]),
    "shares that are more than all": with_spread("age", ends=[30.0], shares=[0.9, 0.9]),
    "a share below 0": with_spread("age", ends=[30.0], shares=[-0.5, 1.5]),
    "no rows": with_spread("age", rows=0),
    "rows below 0": with_spread("age", rows=-7),
    "more rows than there can be": with_spread("age", rows=2**70),
    "levels of numbers": with_spread("age", ends=[], levels=["basic"], shares=[0.5, 0.5]),
    "ends of levels": with_spread("plan", ends=[30.0], levels=[], shares=[0.5, 0.5]),
    "a level it has never seen": with_spread("plan", levels=["lead"], shares=[0.5, 0.5]),
    "a level twice": with_spread("plan", levels=["gold", "gold"], shares=[0.3, 0.3, 0.4]),
    "too many": with_spread("age", ends=[float(end) for end in range(60)], shares=[1 / 61] * 61),
    "shares of a text": with_spread("remarks", ends=[30.0], shares=[0.5, 0.5]),
    "shares of days": with_spread("joined", ends=[30.0], shares=[0.5, 0.5]),
    "nothing to compare": with_spread("age", ends=[], shares=[1.0]),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_crafted_shares_are_refused(attack: str, originals: dict[Kind, bytes], tmp_path: Path) -> None:
    data = edited(originals["forest"], "schema.json", ATTACKS[attack])

    assert refusal(data, tmp_path / "model.hunch") == "model.unsound"
    with pytest.raises(ModelError):  # a new file is compared with the card alone
        read_card(tmp_path / "model.hunch")
