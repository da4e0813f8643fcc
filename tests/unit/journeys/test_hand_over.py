"""A model is written in another form, whole, or not at all."""

import json
from pathlib import Path

import onnx
import pytest
from openpyxl import load_workbook

from desktop_app.errors import DataError, ModelError
from desktop_app.journeys.hand_over import hand_over
from desktop_app.records.handover import HandoverKind, HandoverOrder
from desktop_app.records.jsonable import to_json
from tests.unit.models.made import save


def handed(model: Path, kind: HandoverKind) -> Path:
    out = model.parent / f"out.{kind}"
    order = HandoverOrder(model=str(model), kind=kind, out=str(out))
    hand_over(to_json(order), model.parent, lambda _progress: None)
    return out


def test_a_page_is_written(tmp_path: Path) -> None:
    save(tmp_path / "m.hunch", "together", "spent")

    page = handed(tmp_path / "m.hunch", "html").read_text(encoding="utf-8")

    assert page.startswith("<!doctype html>")


def test_a_graph_says_how_its_columns_are_asked_for(tmp_path: Path) -> None:
    save(tmp_path / "m.hunch", "rule", "spent")

    graph = onnx.load(handed(tmp_path / "m.hunch", "onnx"))

    about = json.loads(graph.metadata_props[0].value)
    assert {one["name"]: one["asked_as"] for one in about["columns"]} == {
        "age": "number",
        "joined": "days since 1970",
        "plan": "text",
        "remarks": "text",
        "left": "text",
    }


def test_a_workbook_is_written_and_says_what_it_learned_from(tmp_path: Path) -> None:
    save(tmp_path / "m.hunch", "rule", "spent")

    book = load_workbook(handed(tmp_path / "m.hunch", "xlsx"))

    assert [(one.title, one.sheet_state) for one in book] == [
        *((name, "visible") for name in ("Ask", "Many rows", "About")),
        *((name, "hidden") for name in ("Learned", "Work")),
    ]
    assert "customers.csv" in " ".join(str(cell.value) for cell in book["About"]["C"])


def test_of_a_model_that_reads_texts_no_graph_is_written(tmp_path: Path) -> None:
    save(tmp_path / "m.hunch", "linear")

    with pytest.raises(DataError, match="no_texts"):
        handed(tmp_path / "m.hunch", "onnx")

    assert not (tmp_path / "out.onnx").exists()


def test_a_damaged_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "m.hunch").write_bytes(b"PK")

    with pytest.raises(ModelError):
        handed(tmp_path / "m.hunch", "html")
