"""What the Python of another environment is asked: its public series, and what AutoETS and AutoTheta foresee.

It imports nothing of this program, and is run as a script: `series` writes the public series that come with
statsmodels and statsforecast; `ahead` reads series with origins as JSON and writes the forecasts.
"""

import json
import sys
import time
from importlib import import_module
from typing import Any

import numpy as np


def public() -> dict[str, list[float]]:
    """Return the values of each series, from its first moment on."""
    kept = import_module("statsmodels.datasets")
    passengers = import_module("statsforecast.utils").AirPassengersDF
    weekly = kept.co2.load_pandas().data["co2"]
    monthly = weekly.resample("MS").mean().interpolate()
    nino = kept.elnino.load_pandas().data.drop(columns="YEAR").to_numpy().ravel()
    macro = kept.macrodata.load_pandas().data
    prices = kept.interest_inflation.load_pandas().data
    found = {
        "AirPassengers": passengers["y"],
        "CO2": monthly["1958-04":"1999-12"],
        "El Nino": nino[~np.isnan(nino)],
        "sunspots": kept.sunspots.load_pandas().data["SUNACTIVITY"],
        "Nile": kept.nile.load_pandas().data["volume"],
        "US GDP": macro["realgdp"],
        "US unemployment": macro["unemp"],
        "US investment": macro["realinv"],
        "German inflation": prices["Dp"],
    }
    return {name: [float(value) for value in values] for name, values in found.items()}


def ahead(series: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return for each series and way the seconds, and (origins, horizon) values with their 80 % ranges."""
    models = import_module("statsforecast.models")
    ways = {name: getattr(models, name) for name in ("AutoETS", "AutoTheta")}
    return [
        {name: _looked(make(season_length=one["season"]), one) for name, make in ways.items()}
        for one in series
    ]


def _looked(model: Any, one: dict[str, Any]) -> dict[str, Any]:
    began = time.process_time()
    found = [
        model.forecast(y=np.array(one["values"][: origin + 1]), h=one["horizon"], level=[80])
        for origin in one["origins"]
    ]
    return {
        "seconds": time.process_time() - began,
        "value": [one["mean"].tolist() for one in found],
        "low": [one["lo-80"].tolist() for one in found],
        "high": [one["hi-80"].tolist() for one in found],
    }


if __name__ == "__main__":
    said = public() if sys.argv[1] == "series" else ahead(json.load(sys.stdin))
    json.dump(said, sys.stdout)
