"""What a Dask cluster of real processes learns is what this computer learns, by every way to ask for it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app import library
from desktop_app.engine.forecasting import alone, forecasting
from desktop_app.engine.training import train
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.remote import Cluster
from desktop_app.remote.connecting import hands_at
from tests.e2e.test_commands import run
from tests.unit.engine.each.made import shops
from tests.unit.engine.forecasting.made import ASKED
from tests.unit.engine.forecasting.made import shops as series_of_shops
from tests.unit.engine.made import table_for, trained
from tests.unit.engine.test_training import FRAME, PLAN, TABLE

SHOPS, BY_SHOP = series_of_shops(), replace(ASKED, group="shop")
pytestmark = pytest.mark.filterwarnings("ignore")  # of Dask's own


def test_what_a_cluster_learns_is_what_this_computer_learns(cluster: Cluster, tmp_path: Path) -> None:
    with hands_at(cluster, 1) as hands:
        there = train(FRAME, TABLE, PLAN, tmp_path, lambda _: None, clock=lambda: 0.0, threads=1, hands=hands)
    (tmp_path / "home").mkdir()
    at_home = trained(FRAME, TABLE, PLAN, tmp_path / "home", lambda _: None)

    assert there.evaluation == at_home.evaluation  # which the journeys add the place to
    assert len(there.evaluation.candidates) > 2
    answers = [learned.predictor.answer(FRAME).amounts for learned in (there, at_home)]
    assert answers[0] is not None
    assert answers[0].tolist() == answers[1].tolist()  # type: ignore[union-attr]


def test_models_for_each_group_are_the_same_from_a_cluster(cluster: Cluster, tmp_path: Path) -> None:
    frame, (here, there) = shops(), (tmp_path / "here", tmp_path / "there")
    plan = TrainingPlan(target="sales", exclude=("kind",), each="shop", any_row=True, budget=2.0)
    there.mkdir()

    at_home = trained(frame, table_for(frame), plan, here, lambda _: None)
    with hands_at(cluster, threads=1) as hands:
        away = train(frame, table_for(frame), plan, there, lambda _: None, clock=lambda: 0.0, hands=hands)

    assert at_home.evaluation.each == away.evaluation.each
    assert away.evaluation.each is not None


def test_what_is_forecast_on_a_cluster_is_what_is_forecast_at_home(
    cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forecasting, "MOST_TESTED", 2)
    monkeypatch.setattr(alone, "PART", 1)
    with hands_at(cluster, 1) as hands:
        there, _ = forecasting.forecast(SHOPS, BY_SHOP, lambda _: None, hands=hands)
    at_home, _ = forecasting.forecast(SHOPS, BY_SHOP, lambda _: None)

    assert replace(there, seconds=0.0) == replace(at_home, seconds=0.0)
    assert [one.miss is not None for one in there.series] == [True] * 3


def test_what_was_learned_at_home_is_learned_again_on_a_cluster(folder: Path, cluster: Cluster) -> None:
    run(folder, "train", "customers.csv", "--target", "left", "--budget", "1", "--out", "home.hunch")
    keys = ("--dask", cluster.address, "--dask-keys", cluster.keys)

    _, out, err = run(folder, "verify", "home.hunch", "--rerun", "customers.csv", "--json", *keys)
    refused = run(folder, "verify", "home.hunch", *keys)

    assert json.loads(out)["rerun"]["same"], err
    assert json.loads(out)["rerun"]["on_cluster"] == {"places": 2, "lost": False}
    assert refused[0] == 2
    assert "nothing is learned without --rerun" in refused[2]


def test_a_cluster_in_the_settings_does_not_disturb_what_needs_none(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUNCH_DASK", "no address")

    assert run(folder, "inspect", "customers.csv")[0] == 0
    assert run(folder, "train", "customers.csv", "--target", "left", "--budget", "1")[0] == 2


def test_people_who_write_python_can_name_a_cluster(folder: Path, cluster: Cluster) -> None:
    model = library.train(
        folder / "customers.csv", "left", budget=1, dask=cluster.address, dask_keys=cluster.keys
    )

    assert model.candidates["chosen"].any()


def test_the_command_says_where_rows_go_and_saves_the_model(folder: Path, cluster: Cluster) -> None:
    asked = ("customers.csv", "--target", "left", "--budget", "1", "--json")

    code, out, err = run(folder, "train", *asked, "--dask", cluster.address, "--dask-keys", cluster.keys)

    assert code in (0, 5), err
    assert f"The workers of {cluster.address} learn, on this computer." in err
    found = json.loads(out)
    assert found["on_cluster"] == {"places": 2, "lost": False}
    model = Path(found["model"])
    code, out, err = run(folder, "inspect", str(model))
    assert "A cluster learned it, 2 models at a time." in out
    assert cluster.address not in out + err


def test_the_command_asks_for_the_workers(folder: Path, cluster: Cluster) -> None:
    code, out, err = run(folder, "dask", "test", cluster.address, "--dask-keys", cluster.keys, "--json")

    assert code == 0, err
    assert json.loads(out) == {"address": cluster.address, "workers": 2, "threads": 2}
