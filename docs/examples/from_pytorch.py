"""A model of PyTorch for Hunch: learns from penguins.csv which species it is, and saves it as ONNX.

    pip install -r requirements-pytorch.txt
    python from_pytorch.py penguins.csv
    hunch import-onnx penguins.onnx --schema penguins.json --tested penguins.tested.csv --out penguins.hunch

For a table of your own, change the names below. The network takes one tensor: numbers as they stand in the
table, then one place a kind. Making numbers small is part of the network, so that nobody can forget it.
"""

import json
import sys
from pathlib import Path

import pandas as pd
import torch
from torch import nn

TARGET = "species"
NUMBERS = {"bill_length_mm": "mm", "bill_depth_mm": "mm", "flipper_length_mm": "mm", "body_mass_g": "g"}
KINDS = ["island", "sex"]


class Network(nn.Module):
    """Two layers behind a scaling that was measured on the rows it learned from."""

    def __init__(self, x: torch.Tensor, classes: int):
        super().__init__()
        self.register_buffer("middle", x.mean(0))
        self.register_buffer("width", x.std(0).clamp(min=1e-6))
        self.layers = nn.Sequential(nn.Linear(x.shape[1], 16), nn.ReLU(), nn.Linear(16, classes))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return one logit a class for each row."""
        return self.layers((x - self.middle) / self.width)


def schema(rows: pd.DataFrame) -> dict:
    """Return what Hunch has to know: which column goes where, and what the numbers that come out mean."""
    numbers = [
        {
            "name": name,
            "input": "x",
            "type": "number",
            "unit": unit,
            "missing": float(rows[name].median()),  # what an empty cell becomes, as in `tensor` below
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
            "as": "one-hot",
            "values": sorted(rows[name].dropna().unique()),
        }
        for name in KINDS
    ]
    return {
        "target": TARGET,
        "task": "classification",
        "classes": sorted(rows[TARGET].unique()),
        "output": {"name": "logits", "as": "logits"},
        "columns": numbers + kinds,
    }


def tensor(rows: pd.DataFrame, told: dict) -> torch.Tensor:
    """Return rows as the schema tells it: the columns side by side, in their order."""
    parts = []
    for column in told["columns"]:
        cells = rows[column["name"]]
        if column["type"] == "number":
            parts.append(cells.fillna(column["missing"]).astype("float32"))
        else:  # an empty cell is none of the values, so all places are 0
            parts += [(cells == value).astype("float32") for value in column["values"]]
    return torch.tensor(pd.concat(parts, axis=1).to_numpy())


def learn(x: torch.Tensor, y: torch.Tensor, classes: int) -> Network:
    """Return a network that learned from all rows 300 times."""
    torch.manual_seed(0)
    network = Network(x, classes)
    steps = torch.optim.Adam(network.parameters(), lr=0.02)
    for _ in range(300):
        steps.zero_grad()
        nn.functional.cross_entropy(network(x), y).backward()
        steps.step()
    return network.eval()


def save(network: Network, x: torch.Tensor, path: Path) -> None:
    """Save the graph in one file; without `dynamic_shapes` it would take exactly as many rows as *x* has."""
    graph = torch.onnx.export(
        network,
        (x,),
        input_names=["x"],
        output_names=["logits"],
        dynamic_shapes={"x": {0: torch.export.Dim("rows")}},
        verbose=False,
    ).model_proto
    for node in graph.graph.node:
        del node.metadata_props[:]  # they name folders of this computer
    path.write_bytes(graph.SerializeToString())


def main(table: str, folder: str = ".") -> None:
    """Learn from three rows of four; test with the fourth, which the network never sees."""
    rows = pd.read_csv(table)
    is_test = rows.index % 4 == 3
    told = schema(rows[~is_test])
    x, y = tensor(rows[~is_test], told), rows.loc[~is_test, TARGET].map(told["classes"].index)
    network = learn(x, torch.tensor(y.to_numpy()), len(told["classes"]))
    start = Path(folder, Path(table).stem)
    start.parent.mkdir(parents=True, exist_ok=True)
    save(network, x, start.with_suffix(".onnx"))
    start.with_suffix(".json").write_text(json.dumps(told, indent=1), encoding="utf-8")
    # As they stand in the table: Hunch has to read them as it will read your next file.
    pd.read_csv(table, dtype=str, keep_default_na=False)[is_test].to_csv(
        start.with_suffix(".tested.csv"), index=False
    )
    # What the network itself says of them, to compare.
    with torch.no_grad():
        chances = torch.softmax(network(tensor(rows[is_test], told)), dim=1).numpy()
    said = pd.DataFrame(chances, columns=told["classes"])
    said.to_csv(start.with_suffix(".answers.csv"), index=False)


if __name__ == "__main__":
    main(*sys.argv[1:3])
