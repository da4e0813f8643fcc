"""A model of scikit-learn for Hunch: learns from customers.csv who leaves, and saves it as ONNX.

    pip install -r requirements-scikit-learn.txt
    python from_scikit_learn.py customers.csv
    hunch import-onnx customers.onnx --schema customers.json --tested customers.tested.csv --out left.hunch

For a table of your own, change the names below. Texts go into the graph as they stand in the table.
"""

import json
import sys
from pathlib import Path

import pandas as pd
from skl2onnx import to_onnx
from skl2onnx.common.data_types import FloatTensorType, StringTensorType
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

TARGET = "left"
NUMBERS = {"months_as_customer": "months", "monthly_price": "EUR", "support_calls": ""}  # column: its unit
KINDS = ["region", "contract", "paperless"]


def learn(rows: pd.DataFrame):
    """Return a pipeline that takes the columns as they are, empty cells included."""
    numbers = make_pipeline(SimpleImputer(strategy="median"), StandardScaler())
    kinds = OneHotEncoder(handle_unknown="ignore")  # a kind that was never seen is no error, but no kind
    columns = ColumnTransformer([("numbers", numbers, list(NUMBERS)), ("kinds", kinds, KINDS)])
    return make_pipeline(columns, LogisticRegression(max_iter=1000)).fit(rows, rows[TARGET])


def as_onnx(model) -> bytes:
    """Return the graph: one input a column, named as in the table."""
    numbers = [(name, FloatTensorType([None, 1])) for name in NUMBERS]
    kinds = [(name, StringTensorType([None, 1])) for name in KINDS]
    return to_onnx(model, initial_types=[*numbers, *kinds]).SerializeToString()


def schema(model, rows: pd.DataFrame) -> dict:
    """Return what Hunch has to know: which column goes where, and what the numbers that come out mean."""
    numbers = [
        {
            "name": name,
            "input": name,
            "type": "number",
            **({"unit": unit} if unit else {}),
            # Outside of what it learned from, Hunch warns.
            "minimum": float(rows[name].min()),
            "maximum": float(rows[name].max()),
        }
        for name, unit in NUMBERS.items()
    ]
    kinds = [
        {"name": name, "input": name, "type": "category", "as": "text", "values": sorted(rows[name].unique())}
        for name in KINDS
    ]
    return {
        "target": TARGET,
        "task": "classification",
        "classes": list(model.classes_),
        "columns": numbers + kinds,
    }


def main(table: str, folder: str = ".") -> None:
    """Learn from three rows of four; test with the fourth, which the model never sees."""
    rows = pd.read_csv(table).astype(dict.fromkeys(NUMBERS, "float32"))
    rows[KINDS] = rows[KINDS].fillna("").astype(str)
    is_test = rows.index % 4 == 3
    model = learn(rows[~is_test])
    start = Path(folder, Path(table).stem)
    start.parent.mkdir(parents=True, exist_ok=True)
    start.with_suffix(".onnx").write_bytes(as_onnx(model))
    start.with_suffix(".json").write_text(
        json.dumps(schema(model, rows[~is_test]), indent=1), encoding="utf-8"
    )
    # As they stand in the table: Hunch has to read them as it will read your next file.
    pd.read_csv(table, dtype=str, keep_default_na=False)[is_test].to_csv(
        start.with_suffix(".tested.csv"), index=False
    )
    # What the model itself says of them, to compare.
    said = pd.DataFrame(model.predict_proba(rows[is_test]), columns=model.classes_)
    said.to_csv(start.with_suffix(".answers.csv"), index=False)


if __name__ == "__main__":
    main(*sys.argv[1:3])
