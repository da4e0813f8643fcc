"""A model with its table, and a newer file: prepared, put together, and learned from again."""

import csv
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from desktop_app.models.card import read_card
from desktop_app.records.lineage import Joined, JoinOrder
from desktop_app.records.models import ModelCard
from desktop_app.records.orders import MODEL_FILE, PrepareOrder, TrainOrder
from desktop_app.records.results import Evaluation
from tests.unit.journeys.asking import PLAN, do

QUICK = replace(PLAN, readable=True)  # one kind alone is tried
TURNED = {"yes": "no", "no": "yes"}
SEEN, NEW = 20, 100  # rows of the new file: those of the old table, and others


def write(path: Path, lines: Sequence[Sequence[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(lines)
    return path


def prepared(home: Path, name: str) -> PrepareOrder:
    return PrepareOrder(path=str(home / name), name=name, model=str(home / "first" / MODEL_FILE))


def joined(home: Path, folder: Path, **more: Any) -> Joined:
    order = JoinOrder(
        training_id="t",
        model=str(home / "first" / MODEL_FILE),
        name="left",
        first=str(home / "table"),
        second=str(home / "brought"),
        joined=True,
    )
    return do("join", replace(order, **more), Joined, folder)


def learned(found: Joined, table: Path, folder: Path) -> ModelCard:
    order = TrainOrder(table_folder=str(table), plan=QUICK, again=found.again)
    do("train", order, Evaluation, folder)
    return read_card(folder / MODEL_FILE)
