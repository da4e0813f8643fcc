"""A model of XGBoost for Hunch: learns from houses.csv what houses are worth, and saves it as ONNX.

    pip install -r requirements-xgboost.txt
    python from_xgboost.py houses.csv
    hunch import-onnx houses.onnx --schema houses.json --tested houses.tested.csv --out houses.hunch

For a table of your own, change the names below. Each kind has a place of its own, which is 1 or 0.
"""

import json
import sys
from pathlib import Path

import numpy as np
import pandas as pd
from onnxmltools import convert_xgboost
from onnxmltools.convert.common.data_types import FloatTensorType
from xgboost import XGBRegressor

TARGET = "median_house_value"
NUMBERS = {
    "longitude": "",
    "latitude": "",
    "housing_median_age": "years",
    "total_rooms": "",
    "total_bedrooms": "",
    "population": "",
    "households": "",
    "median_income": "",
}  # column: its unit
KIND = "ocean_proximity"


def schema(rows: pd.DataFrame) -> dict:
    """Return what Hunch has to know: which column goes where, and what the number that comes out means."""
    numbers = [
        {
            "name": name,
            "input": "x",
            "type": "number",
            **({"unit": unit} if unit else {}),
            # Outside of what it learned from, Hunch warns. Empty cells become NaN, which trees understand.
            "minimum": float(rows[name].min()),
            "maximum": float(rows[name].max()),
        }
        for name, unit in NUMBERS.items()
    ]
    values = sorted(rows[KIND].dropna().unique())
    kind = {"name": KIND, "input": "x", "type": "category", "as": "one-hot", "values": values}
    return {
        "target": TARGET,
        "task": "regression",
        "output": {"as": "amount", "unit": "USD", "decimals": 0},
        "columns": [*numbers, kind],
    }


def matrix(rows: pd.DataFrame, told: dict) -> np.ndarray:
    """Return rows as the schema tells it: the columns side by side, in their order."""
    *numbers, kind = told["columns"]
    parts = [rows[column["name"]] for column in numbers]
    parts += [rows[KIND] == value for value in kind["values"]]
    return pd.concat(parts, axis=1).to_numpy("float32")


def main(table: str, folder: str = ".") -> None:
    """Learn from three rows of four; test with the fourth, which the model never sees."""
    rows = pd.read_csv(table)
    is_test = rows.index % 4 == 3
    told = schema(rows[~is_test])
    x = matrix(rows[~is_test], told)
    model = XGBRegressor(n_estimators=60, max_depth=4, random_state=0)
    model.fit(x, rows.loc[~is_test, TARGET])
    graph = convert_xgboost(model, initial_types=[("x", FloatTensorType([None, x.shape[1]]))])
    start = Path(folder, Path(table).stem)
    start.parent.mkdir(parents=True, exist_ok=True)
    start.with_suffix(".onnx").write_bytes(graph.SerializeToString())
    start.with_suffix(".json").write_text(json.dumps(told, indent=1), encoding="utf-8")
    # As they stand in the table: Hunch has to read them as it will read your next file.
    pd.read_csv(table, dtype=str, keep_default_na=False)[is_test].to_csv(
        start.with_suffix(".tested.csv"), index=False
    )
    # What the model itself says of them, to compare.
    said = model.predict(matrix(rows[is_test], told))
    pd.DataFrame({TARGET: said}).to_csv(start.with_suffix(".answers.csv"), index=False)


if __name__ == "__main__":
    main(*sys.argv[1:3])
