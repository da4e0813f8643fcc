"""A forecast is a model file like the others: whole, checked, and refused where somebody changed it."""

import contextlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from desktop_app.engine.forecasting.forecasting import forecast
from desktop_app.errors import ModelError, SaveError
from desktop_app.journeys.model_files import look_at_model
from desktop_app.models.admission import Admitted
from desktop_app.models.archive import write_archive
from desktop_app.models.arrays import read_array, unpack_arrays, write_arrays
from desktop_app.models.card import read_card
from desktop_app.models.checked import check_package
from desktop_app.models.forecast_file import OpenedForecast, open_forecast, save_forecast
from desktop_app.models.opening import open_model
from desktop_app.models.package import FORECAST, WITHOUT_COMPARED, read_package
from desktop_app.records.forecast_cards import ForecastColumns
from desktop_app.records.forecasts import ForecastAsked
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.model_files import Looked, LookOrder
from desktop_app.records.tables import Recipe, Table
from tests.unit.models.sealing import edited, members_of, resealed

ASKED = ForecastAsked(target="sales", time="day", horizon=3, known=("offer",), confirmed=("offer",))
COLUMNS = ForecastColumns(types={"sales": "number", "day": "date", "offer": "number"})


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the bytes of a forecast of days."""
    dice, count = np.random.default_rng(1), 90
    offer = (dice.random(count) < 0.3).astype(float)
    frame = pd.DataFrame(
        {
            "sales": 50 + 10 * offer + 5 * (np.arange(count) % 7 == 5) + dice.normal(0, 1, count),
            "day": pd.date_range("2024-01-01", periods=count),
            "offer": offer,
        }
    )
    found, forecaster = forecast(frame, ASKED, lambda _: None)
    table = Table(name="days.csv", rows=count, columns=(), recipe=Recipe(format="csv"), sha256="ab" * 32)
    path = tmp_path_factory.mktemp("forecast") / "days.hunch"
    save_forecast(path, found, forecaster, table, COLUMNS)
    return path.read_bytes()


def opened(data: bytes, folder: Path) -> OpenedForecast:
    path = folder / "given.hunch"
    path.write_bytes(data)
    return open_forecast(Admitted(package=read_package(path)))


def refusal(data: bytes, folder: Path) -> str:
    with pytest.raises(ModelError) as refused:
        opened(data, folder)
    return refused.value.code


def test_what_would_be_refused_is_not_saved(original: bytes, tmp_path: Path) -> None:
    model = opened(original, tmp_path)
    card = model.card
    wrong = replace(card.found, seconds=-1.0)
    table = Table(name="days.csv", rows=card.rows, columns=(), recipe=card.recipe, sha256="ab" * 32)

    with pytest.raises(SaveError) as refused:
        save_forecast(tmp_path / "kept.hunch", wrong, model.forecaster, table, card.columns)

    assert refused.value.code == "save.refused"
    assert [one.name for one in tmp_path.iterdir()] == ["given.hunch"]


def test_it_says_the_same_as_before_it_was_saved(original: bytes, tmp_path: Path) -> None:
    model = opened(original, tmp_path)

    told = model.card.found.series[0].future
    again = model.forecaster.future().series[0].future
    assert [step.value for step in again] == pytest.approx([step.value for step in told])
    assert (model.card.stored_answers, model.card.rows, model.notices) == (3, 90, ())


def test_older_programs_are_told_that_it_is_newer_than_they_are(original: bytes, tmp_path: Path) -> None:
    model = tmp_path / "model.hunch"
    model.write_bytes(original)

    assert read_package(model).manifest.format == WITHOUT_COMPARED == 5


def test_what_answers_rows_does_not_take_it(original: bytes, tmp_path: Path) -> None:
    path = tmp_path / "model.hunch"
    path.write_bytes(original)

    for use in (read_card, open_model):
        with pytest.raises(ModelError) as refused:
            use(path)
        assert refused.value.code == "model.forecast"
    check_package(read_package(path))


def test_the_window_says_what_it_is(original: bytes, tmp_path: Path) -> None:
    given = tmp_path / "upload"
    given.write_bytes(original)
    order = LookOrder(path=str(given), name="from a friend.hunch")

    looked = from_json(Looked, look_at_model(to_json(order), tmp_path, lambda _: None))

    assert (looked.kind, looked.name, looked.target) == ("forecast", "from a friend.hunch", "sales")
    assert set(looked.columns) == {"sales", "day", "offer"}


def test_a_resealed_one_that_was_not_changed_still_opens(original: bytes, tmp_path: Path) -> None:
    assert opened(resealed(members_of(original)), tmp_path).card.table == "days.csv"


@pytest.mark.parametrize("member", ["schema.json", "features.json", "arrays.npz", FORECAST, "golden.json"])
def test_a_part_that_was_changed_is_refused(member: str, original: bytes, tmp_path: Path) -> None:
    members = members_of(original)
    content = members[member]
    members[member] = content[:-9] + bytes([content[-9] ^ 1]) + content[-8:]

    assert refusal(write_archive(members), tmp_path) == "model.changed"


def test_one_of_a_format_that_knows_no_forecasts_is_refused(original: bytes, tmp_path: Path) -> None:
    assert refusal(resealed(members_of(original), format=4), tmp_path) == "model.extra_parts"


def put(*path: str | int, value: object) -> Callable[[Any], None]:
    def change(said: Any) -> None:
        for name in path[:-1]:
            said = said[name]
        said[path[-1]] = value

    return change


REMARK = {"code": "forecast.gaps", "values": {"count": 1, "of": 2}, "columns": [], "level": "note"}
FORM = {"part": "padded", "is_year_first": True, "before": "", "between": "-", "names": []}
CHANGES: dict[str, tuple[str, Callable[[Any], None]]] = {
    "a horizon without end": (FORECAST, put("asked", "horizon", value=10**9)),
    "another horizon": (FORECAST, put("asked", "horizon", value=4)),
    "a miss below 0": (FORECAST, put("miss", value=-1.0)),
    "a period of no time": (FORECAST, put("period", "every", value=0.0)),
    "more held than there is": (FORECAST, put("coverage", value=7.0)),
    "a number beyond all": (FORECAST, put("high", value=1e305)),
    "a name without end": (FORECAST, put("first", value="x" * 10_000)),
    "a moment that is none": (FORECAST, put("first", value="zz")),
    "another last moment": (FORECAST, put("last", value="2024-03-31")),
    "more gaps than moments": (FORECAST, put("gaps", value=10**6)),
    "a miss outside of its range": (FORECAST, put("low", value=1e9)),
    "a skill that is not its own": (FORECAST, put("skill", value=0.999)),
    "no test at all": (FORECAST, put("tested", value=0)),
    "a level of models that answer rows": (FORECAST, put("level", value="untested")),
    "a step beyond the horizon": (FORECAST, put("by_step", 0, "step", value=99)),
    "steps of other moments": (FORECAST, put("series", 0, "future", 0, "time", value="to zz")),
    "a range beside its step": (FORECAST, put("series", 0, "future", 0, "low", value=1e9)),
    "a series of another name": (FORECAST, put("series", 0, "name", value="to zz")),
    "a remark that nobody knows": (FORECAST, put("remarks", value=[REMARK | {"code": "forecast.zz"}])),
    "a remark without its count": (FORECAST, put("remarks", value=[REMARK | {"values": {"of": 3}}])),
    "a count in words": (FORECAST, put("remarks", value=[REMARK | {"values": {"count": "zz", "of": 3}}])),
    "a column that gives away and is none": (FORECAST, put("give_away", value="zz")),
    "another beginning": ("features.json", put("start", value=-1.0)),
    "a form of months that are days": (FORECAST, put("asked", "form", value=FORM)),
    "a column that is not read": ("schema.json", put("types", "more", value="number")),
    "a time of words": ("schema.json", put("types", "day", value="category")),
    "months of another column": ("schema.json", put("months", value="sales")),
    "no answers stored": ("golden.json", put("answers", value=[])),
    "answers of another width": ("golden.json", put("answers", value=[[1.0], [2.0], [3.0]])),
    "other answers": ("golden.json", put("answers", value=[[1.0] * 3] * 3)),
    "a recipe of no letters": ("recipe.json", put("wishes", "names", value={"a": ""})),
}


@pytest.mark.parametrize("name", CHANGES)
def test_one_that_cannot_be_is_refused_though_every_hash_is_right(
    name: str, original: bytes, tmp_path: Path
) -> None:
    member, change = CHANGES[name]

    assert refusal(edited(original, member, change), tmp_path) in (
        *("model.unsound", "model.changed", "model.older_refused"),
    )


@pytest.mark.parametrize("wrong", [np.nan, np.inf, 1e300])
def test_arrays_that_cannot_be_never_do_harm(wrong: float, original: bytes, tmp_path: Path) -> None:
    members = members_of(original)
    arrays = {
        name: read_array(content).copy()
        for name, content in unpack_arrays(memoryview(members["arrays.npz"])).items()
    }
    for name, array in arrays.items():
        for other in (np.full(array.shape, wrong), array[:0], np.zeros((2, 2, 2))):
            data = resealed(members | {"arrays.npz": write_arrays(arrays | {name: other})})
            with contextlib.suppress(ModelError):  # whatever else is raised would be a fault of the program
                opened(data, tmp_path).forecaster.future()
