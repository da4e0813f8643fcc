"""The part of the past that is kept for a chart."""

import pandas as pd

from desktop_app.engine.forecasting.forecaster import MOST_DRAWN
from desktop_app.engine.forecasting.forecasting import forecast
from desktop_app.records.forecasts import ForecastAsked


def test_every_moment_of_the_newest_part_is_kept_so_that_a_season_is_seen() -> None:
    count = MOST_DRAWN + 300
    frame = pd.DataFrame({"step": range(count), "load": [step % 24 for step in range(count)]})

    _, forecaster = forecast(frame, ForecastAsked(target="load", time="step", horizon=2), lambda _: None)

    past = forecaster.future().series[0].past
    assert [point.time for point in past[-2:]] == [str(count - 2), str(count - 1)]
    assert len(past) == MOST_DRAWN
    assert [point.value for point in past[-3:]] == [float(step % 24) for step in range(count - 3, count)]
