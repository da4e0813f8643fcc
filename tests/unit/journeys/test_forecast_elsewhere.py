"""A forecast says, as a model of rows does, that a cluster learned it, and that it was lost."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop_app.cli.forecast_report import forecast_json, forecast_lines
from desktop_app.engine.workshop import Hands, Here
from desktop_app.journeys import forecast_file
from desktop_app.records.forecasts import ForecastAsked
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.looking_ahead import ForecastFile, ForecastFileOrder
from desktop_app.reports.notice_words import text_of


class Lost(Here):
    """Two threads of others, which are gone, so that this computer does it."""

    places = 2
    is_lost = True


def learned(tmp_path: Path) -> ForecastFile:
    file, first = tmp_path / "sales.csv", datetime.date(2025, 1, 1)
    days = [f"{first + datetime.timedelta(days=day)},{100 + 9 * (day % 7)}\n" for day in range(120)]
    file.write_text("day,sales\n" + "".join(days), encoding="utf-8")
    asked = ForecastAsked(target="sales", time="day", horizon=7)
    order = ForecastFileOrder(path=str(file), asked=asked, out=str(tmp_path / "sales.hunch"))
    return from_json(ForecastFile, forecast_file.forecast_file(to_json(order), tmp_path, lambda _: None))


def test_a_lost_cluster_is_told_by_the_same_words_as_of_a_model_of_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def lost(*_: object) -> Iterator[Hands]:
        yield Lost()

    monkeypatch.setattr(forecast_file, "hands_at", lost)
    done = learned(tmp_path)

    assert forecast_json(done, "m.hunch")["on_cluster"] == {"places": 2, "lost": True}
    assert text_of("dask.lost") in forecast_lines(done, "m.hunch", "sales.csv")
    assert not done.warnings


def test_nothing_is_told_of_a_cluster_where_this_computer_learned(tmp_path: Path) -> None:
    done = learned(tmp_path)

    assert "on_cluster" not in forecast_json(done, "m.hunch")
    assert text_of("dask.lost") not in forecast_lines(done, "m.hunch", "sales.csv")
