"""What programs are told of models that answer no rows."""

from desktop_app.workspace.store import Workspace
from tests.api.made import stored_table, stored_training
from tests.api.made_ahead import AHEAD, came_ahead
from tests.api.programs.conftest import Caller


def test_a_forecast_is_listed_told_and_handed_over(caller: Caller, workspace: Workspace) -> None:
    model_id = came_ahead(workspace)

    (one,) = caller.get("/other-models").get_json()["items"]

    assert (one["id"], one["kind"], one["target"]) == (model_id, "forecast", "sent")
    assert one["verdict"]["sentence"]
    assert caller.get(f"/other-models/{model_id}").get_json() == one
    assert caller.get(f"/other-models/{model_id}/file").data == AHEAD.read_bytes()


def test_a_model_in_the_list_says_what_kind_it_is(caller: Caller, workspace: Workspace) -> None:
    stored_training(workspace, stored_table(workspace).id)

    assert [one["kind"] for one in caller.get("/models").get_json()["items"]] == ["rows"]


def test_what_is_no_such_model_is_not_there(caller: Caller) -> None:
    assert caller.get("/other-models/0123456789abcdef").status_code == 404
