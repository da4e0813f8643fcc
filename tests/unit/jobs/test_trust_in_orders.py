"""A worker learns with each order whose models are believed, and refuses the others."""

from pathlib import Path

import pytest

from desktop_app.errors import PolicyError
from desktop_app.jobs.once import run_once
from desktop_app.records.jobs import Order
from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import InspectOrder
from desktop_app.settings import read_settings


def test_a_policy_holds_in_a_worker_whatever_the_order_says(tmp_path: Path) -> None:
    (tmp_path / "policy.json").write_text('{"model_import": "off", "contact": "Ann"}')
    (tmp_path / "m.hunch").write_bytes(b"PK")
    settings = read_settings(
        {"HUNCH_POLICY": str(tmp_path / "policy.json"), "HUNCH_WORKSPACE": str(tmp_path / "workspace")}
    )
    params = to_json(InspectOrder(path=str(tmp_path / "m.hunch"))) | {"trust": {"policy": {}}}

    with pytest.raises(PolicyError) as caught:
        run_once(
            Order(journey="inspect_model", params=params, folder=str(tmp_path)), settings, lambda _: None
        )

    assert caught.value.code == "error.policy"
    assert caught.value.hint == "Ask Ann if you need it."


def test_a_workspace_that_a_person_names_makes_no_model_one_of_ours(tmp_path: Path) -> None:
    (tmp_path / "policy.json").write_text('{"model_import": "off"}')
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "m.hunch").write_bytes(b"PK")
    settings = read_settings(
        {"HUNCH_POLICY": str(tmp_path / "policy.json"), "HUNCH_WORKSPACE": str(tmp_path)}
    )
    params = to_json(InspectOrder(path=str(tmp_path / "models" / "m.hunch")))

    with pytest.raises(PolicyError):
        run_once(
            Order(journey="inspect_model", params=params, folder=str(tmp_path)), settings, lambda _: None
        )
