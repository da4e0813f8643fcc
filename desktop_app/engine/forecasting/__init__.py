"""What comes next in a series of numbers over time, how far off that may be, and whether it is worth asking.

    from desktop_app.engine.forecasting.forecasting import forecast
    from desktop_app.engine.forecasting.forecaster import move_on
    from desktop_app.engine.forecasting.hindsight import looked_back
    from desktop_app.engine.forecasting.pieces import put_together, take_apart

    found, forecaster = forecast(frame, asked, report)   # ForecastFound, Forecaster
    future = forecaster.future()                          # ForecastFuture of all series
    future = move_on(forecaster, newer_frame)             # ForecastFuture; the forecaster stays as it is
    told = looked_back(forecaster, found, newer_frame)    # Hindsight, or None where nothing came
    parts = take_apart(forecaster)                        # engine.parts.Parts: JSON, arrays, estimators
    forecaster = put_together(parts)                      # raises ValueError, TypeError or KeyError

*frame*: one row for each moment (and series), in any order, as `tables.stored.frames.read_frame` gives it:
the target as number (float64, NaN missing), the time as date (datetime64) or number, the group as text or
category, known columns as number or category. Rows after the last known target bring the values of known
columns for the time ahead. *newer_frame*: the same columns; rows with the whole past or only newer ones.

`forecast` raises DataError: `forecast.too_short` {count, need, possible, steps, period, every}, where
possible = 0 means no horizon at all; `forecast.no_time` {time}; `forecast.one_moment` {time} and
`forecast.one_moment_each` {group}, where no series has two; `forecast.constant` {target, value};
`forecast.no_target` {target}. `move_on` and `looked_back` raise DataError `forecast.no_time` and
`forecast.too_far_on` {count, limit: moments beyond the past}.
"""
