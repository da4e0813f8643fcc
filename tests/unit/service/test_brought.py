"""A service for a model that was made elsewhere says nothing that nobody knows of it."""

from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from desktop_app.service.app import create_app
from desktop_app.settings import Settings
from tests.frameworks.made import FRAMEWORKS
from tests.unit.journeys.test_models_of_frameworks import bring
from tests.unit.service.conftest import AskedHere

XGBOOST = next(one for one in FRAMEWORKS if one.name == "xgboost")
ROW: dict[str, Any] = {
    "longitude": -122.3,
    "latitude": 37.8,
    "housing_median_age": 40.0,
    "total_rooms": 1500.0,
    "total_bedrooms": None,
    "population": 700.0,
    "households": 300.0,
    "median_income": 3.5,
    "ocean_proximity": "NEAR BAY",
}


@pytest.fixture(params=[True, False], ids=["tested", "untested"])
def served(request: pytest.FixtureRequest, settings: Settings, tmp_path: Path) -> tuple[FlaskClient, bool]:
    model = Path(bring(XGBOOST, tmp_path, is_tested=request.param).model)
    app = create_app(model, settings)
    service = app.extensions["hunch_service"]
    service.close()
    service.rows = service.tables = AskedHere(model, tmp_path / "asked")
    return app.test_client(), request.param


def test_a_score_is_told_where_there_is_one(served: tuple[FlaskClient, bool]) -> None:
    client, is_tested = served

    told = client.get("/v1/model").get_json()

    assert told["learned_rows"] is None
    assert (told["score"] is not None) is is_tested
    assert (told["verdict"]["level"] == "untested") is not is_tested


def test_a_range_is_told_where_one_is_known(served: tuple[FlaskClient, bool]) -> None:
    client, is_tested = served

    (answer,) = client.post("/v1/predict", json={"rows": [ROW]}).get_json()["predictions"]

    assert answer["prediction"] > 0
    assert (answer["low"] is not None) is (answer["high"] is not None) is is_tested
    assert ("nobody has tested this model here" in answer["caution"]) is not is_tested


def test_its_description_fits(served: tuple[FlaskClient, bool]) -> None:
    client, is_tested = served

    schemas = client.get("/openapi.json").get_json()["components"]["schemas"]

    assert schemas["Prediction"]["properties"]["low"]["type"] == ("number" if is_tested else "null")
