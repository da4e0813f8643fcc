"""A model that leaves Hunch as a graph can come back as one, and answers as it did."""

import json
from pathlib import Path

import onnx
import pytest

from desktop_app.records.brought import BringOrder, BroughtFile
from desktop_app.records.handover import HandoverOrder
from desktop_app.records.orders import PredictedFile, PredictFileOrder, Written
from tests.unit.journeys.asking import cells, customers, do


def schema_of(graph: Path) -> str:
    """Return the schema file of a graph of our own, which tells of its columns itself."""
    told = {one.key: one.value for one in onnx.load(graph).metadata_props}
    about = json.loads(told["hunch"])
    columns = [
        {"name": one["name"], "input": one["name"], "type": one["type"]}
        if one["type"] in ("number", "date")
        else {"name": one["name"], "input": one["name"], "type": "category", "as": "text"}
        for one in about["columns"]
    ]
    facts = {name: about[name] for name in ("target", "task", "classes")}
    return json.dumps(facts | {"output": {"name": "probabilities"}, "columns": columns})


def answered(model: Path, new: Path, folder: Path) -> list[list[str]]:
    out = folder / f"{model.stem}.csv"
    order = PredictFileOrder(model=str(model), path=str(new), out=str(out))
    do("predict_file", order, PredictedFile, folder / f"answer {model.stem}")
    return cells(out)


def test_it_answers_as_it_did(model: Path, tmp_path: Path) -> None:
    graph, schema, back = tmp_path / "own.onnx", tmp_path / "own.json", tmp_path / "back.hunch"
    do("hand_over", HandoverOrder(model=str(model), kind="onnx", out=str(graph)), Written, tmp_path / "hand")
    schema.write_text(schema_of(graph), encoding="utf-8")
    new = customers(tmp_path / "new.csv", rows=50)

    order = BringOrder(path=str(graph), schema=str(schema), out=str(back))
    do("bring_onnx", order, BroughtFile, tmp_path / "bring")

    before, after = answered(model, new, tmp_path), answered(back, new, tmp_path)
    place = before[0].index("probability: yes")
    assert before[0][: place + 1] == after[0][: place + 1]
    for one, other in zip(before[1:], after[1:], strict=True):
        assert float(one[place]) == pytest.approx(float(other[place]), abs=1e-5)
