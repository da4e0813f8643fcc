"""A model of Keras (TensorFlow) for Hunch: learns from houses.csv what houses are worth, saved as ONNX.

    pip install -r requirements-keras.txt
    python from_keras.py houses.csv
    hunch import-onnx houses.onnx --schema houses.json --tested houses.tested.csv --out houses.hunch

For a table of your own, change the names below. The network has two inputs: `numbers`, as they stand in the
table, and `kind`, the place of a word in a list.
"""

import json
import os
import sys
from pathlib import Path

os.environ["KERAS_BACKEND"] = "tensorflow"  # which saves ONNX by tf2onnx

import keras
import pandas as pd

TARGET = "median_house_value"
NUMBERS = {
    "housing_median_age": "years",
    "total_rooms": "",
    "population": "",
    "households": "",
    "median_income": "",
}
KIND = "ocean_proximity"


def schema(rows: pd.DataFrame) -> dict:
    """Return what Hunch has to know: which column goes where, and what the number that comes out means."""
    numbers = [
        {
            "name": name,
            "input": "numbers",
            "type": "number",
            **({"unit": unit} if unit else {}),
            "missing": float(rows[name].median()),  # what an empty cell becomes, as in `tensors` below
            "minimum": float(rows[name].min()),
            "maximum": float(rows[name].max()),
        }
        for name, unit in NUMBERS.items()
    ]
    values = list(rows[KIND].value_counts().index)
    kind = {
        "name": KIND,
        "input": "kind",
        "type": "category",
        "as": "place",
        "values": values,
        "missing": values[0],
    }
    return {
        "target": TARGET,
        "task": "regression",
        "output": {"as": "amount", "unit": "USD", "decimals": 0},
        "columns": [*numbers, kind],
    }


def tensors(rows: pd.DataFrame, told: dict) -> list:
    """Return rows as the schema tells it: the numbers side by side, and the place of the kind."""
    *numbers, kind = told["columns"]
    filled = [rows[column["name"]].fillna(column["missing"]) for column in numbers]
    places = rows[KIND].fillna(kind["missing"]).map(kind["values"].index)
    return [pd.concat(filled, axis=1).to_numpy("float32"), places.to_numpy("int32")[:, None]]


def learn(x: list, y, kinds: int) -> keras.Model:
    """Return a network whose first and last layers do the scaling, so that nobody can forget it."""
    keras.utils.set_random_seed(0)
    # `Normalization` keeps what it measured outside of the graph that is saved; `Rescaling` does not.
    middle, width = x[0].mean(0), x[0].std(0)
    scaling = keras.layers.Rescaling(scale=(1 / width).tolist(), offset=(-middle / width).tolist())
    numbers = keras.Input((x[0].shape[1],), name="numbers")
    kind = keras.Input((1,), dtype="int32", name="kind")
    places = keras.layers.Flatten()(keras.layers.Embedding(kinds, 3)(kind))
    hidden = keras.layers.Concatenate()([scaling(numbers), places])
    for width in (32, 16):
        hidden = keras.layers.Dense(width, activation="relu")(hidden)
    share = keras.layers.Dense(1)(hidden)
    worth = keras.layers.Rescaling(scale=float(y.std()), offset=float(y.mean()), name="worth")(share)
    network = keras.Model([numbers, kind], worth)
    network.compile(keras.optimizers.Adam(0.01), loss="mae")
    network.fit(x, y, epochs=60, batch_size=64, verbose=0)
    return network


def main(table: str, folder: str = ".") -> None:
    """Learn from three rows of four; test with the fourth, which the network never sees."""
    rows = pd.read_csv(table)
    is_test = rows.index % 4 == 3
    told = schema(rows[~is_test])
    x, y = tensors(rows[~is_test], told), rows.loc[~is_test, TARGET].to_numpy("float32")
    network = learn(x, y, len(told["columns"][-1]["values"]))
    start = Path(folder, Path(table).stem)
    start.parent.mkdir(parents=True, exist_ok=True)
    network.export(start.with_suffix(".onnx"), format="onnx", verbose=False)
    start.with_suffix(".json").write_text(json.dumps(told, indent=1), encoding="utf-8")
    # As they stand in the table: Hunch has to read them as it will read your next file.
    pd.read_csv(table, dtype=str, keep_default_na=False)[is_test].to_csv(
        start.with_suffix(".tested.csv"), index=False
    )
    # What the network itself says of them, to compare.
    said = network.predict(tensors(rows[is_test], told), verbose=0)[:, 0]
    pd.DataFrame({TARGET: said}).to_csv(start.with_suffix(".answers.csv"), index=False)


if __name__ == "__main__":
    main(*sys.argv[1:3])
