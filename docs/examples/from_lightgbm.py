"""A model of LightGBM for Hunch: learns from customers.csv who leaves, and saves it as ONNX.

    pip install -r requirements-lightgbm.txt
    python from_lightgbm.py customers.csv
    hunch import-onnx customers.onnx --schema customers.json --tested customers.tested.csv --out left.hunch

For a table of your own, change the names below. Kinds go into the trees as their place in a list.
"""

import json
import sys
from pathlib import Path

import numpy as np
import pandas as pd
from lightgbm import LGBMClassifier
from onnxmltools import convert_lightgbm
from onnxmltools.convert.common.data_types import FloatTensorType

TARGET = "left"
NUMBERS = {"months_as_customer": "months", "monthly_price": "EUR", "support_calls": ""}  # column: its unit
KINDS = ["region", "contract", "paperless"]


def schema(rows: pd.DataFrame) -> dict:
    """Return what Hunch has to know: which column goes where, and what the numbers that come out mean."""
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
    kinds = [
        {
            "name": name,
            "input": "x",
            "type": "category",
            "as": "place",
            "values": sorted(rows[name].dropna().unique()),
        }
        for name in KINDS
    ]
    return {
        "target": TARGET,
        "task": "classification",
        "classes": sorted(rows[TARGET].unique()),
        "columns": numbers + kinds,
    }


def matrix(rows: pd.DataFrame, told: dict) -> np.ndarray:
    """Return rows as the schema tells it: the columns side by side, in their order."""
    parts = []
    for column in told["columns"]:
        cells = rows[column["name"]]
        if column["type"] == "category":
            places = {value: place for place, value in enumerate(column["values"])}
            cells = cells.map(places).fillna(-1)  # what Hunch gives for an empty cell or a new value
        parts.append(cells.astype("float32"))
    return pd.concat(parts, axis=1).to_numpy()


def main(table: str, folder: str = ".") -> None:
    """Learn from three rows of four; test with the fourth, which the model never sees."""
    rows = pd.read_csv(table)
    is_test = rows.index % 4 == 3
    told = schema(rows[~is_test])
    model = LGBMClassifier(n_estimators=40, num_leaves=8, verbose=-1, random_state=0, deterministic=True)
    x = matrix(rows[~is_test], told)
    model.fit(x, rows.loc[~is_test, TARGET].map(told["classes"].index))
    graph = convert_lightgbm(model, initial_types=[("x", FloatTensorType([None, x.shape[1]]))])
    start = Path(folder, Path(table).stem)
    start.parent.mkdir(parents=True, exist_ok=True)
    start.with_suffix(".onnx").write_bytes(graph.SerializeToString())
    start.with_suffix(".json").write_text(json.dumps(told, indent=1), encoding="utf-8")
    # As they stand in the table: Hunch has to read them as it will read your next file.
    pd.read_csv(table, dtype=str, keep_default_na=False)[is_test].to_csv(
        start.with_suffix(".tested.csv"), index=False
    )
    # What the model itself says of them, to compare.
    said = pd.DataFrame(model.predict_proba(matrix(rows[is_test], told)), columns=told["classes"])
    said.to_csv(start.with_suffix(".answers.csv"), index=False)


if __name__ == "__main__":
    main(*sys.argv[1:3])
