"""Makes the model files of this release, once: python -m tests.compat.make.

They learn from made-up rows, none of them of a person, and stay as they are for ever.
"""

import csv
import json
import math
import random
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from desktop_app import __version__
from desktop_app.journeys.catalogue import JOURNEYS
from desktop_app.records.brought import BringOrder
from desktop_app.records.clusters import GroupFileOrder, GroupingPlan
from desktop_app.records.decisions import ClassCosts, Costs
from desktop_app.records.forecasts import ForecastAsked
from desktop_app.records.jsonable import to_json
from desktop_app.records.looking_ahead import ForecastFileOrder
from desktop_app.records.oddness import OddFileOrder, OddnessPlan
from desktop_app.records.orders import PredictFileOrder, TrainFileOrder
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.tables import RowRule, Wishes

HERE = Path(__file__).parent
ROWS = 240  # to learn from
NEW = "new.csv"  # other rows, to be answered
NEW_ROWS = 12
TOWNS = ("Ahlen", "Bergen", "Celle", "Dorsten")
WORDS = ("glass", "books", "tools", "seeds", "lamps", "urgent", "fragile")
TIME_FOR_TREES = 8.0  # seconds
DAYS = TrainingPlan(target="days", exclude=("late",), budget=1.0, any_row=True, all_known=True)
LATE = replace(DAYS, target="late", exclude=("days",))
COSTS = ClassCosts(value="", costs=Costs(missed=9.0, false=1.0))
STEPS = Wishes(
    names={"kg": "weight", "town": "goes to"},
    columns_out=("parcel",),
    rows_out=(RowRule(kind="value", column="town", value="Dorsten"),),
)
# One of each form that a file can have of what is learned: plain, also of trees; with columns that have other
# names; with a decision; with a rule that can be read as a whole; and with a part for each town.
MODELS: dict[str, tuple[TrainingPlan, Wishes]] = {
    "plain": (DAYS, Wishes()),
    "trees": (replace(DAYS, exclude=("late", "holds"), budget=TIME_FOR_TREES), Wishes()),
    "renamed": (LATE, STEPS),
    "decided": (replace(LATE, costs=COSTS), Wishes()),
    "rule": (replace(LATE, readable=True), Wishes()),
    "each": (replace(DAYS, exclude=("late", "holds", "sent"), each="town"), Wishes()),
}
BROUGHT = "brought"  # one more: a graph that was made elsewhere
COMPARED = ("groups", "usual")  # and what compares new rows with old ones, beside it what it said of them
AHEAD = "ahead"  # and one that says what comes next, beside it newer rows and what it said of them
NEWER = "ahead-newer.csv"
MONTHS, NEWER_MONTHS = 60, 66
SCHEMA = {
    "target": "days",
    "task": "regression",
    "output": {"decimals": 1},
    "columns": [
        {"name": "kg", "type": "number", "unit": "kg", "missing": 15},
        {"name": "town", "type": "category", "values": TOWNS, "as": "one-hot"},
        {"name": "sent", "type": "date"},
    ],
}


def main() -> None:
    """Make the folder of this release. Raises FileExistsError where it is there: nothing is made anew."""
    folder = HERE / __version__
    folder.mkdir()
    write_parcels(folder / NEW, NEW_ROWS, seed=2)
    with tempfile.TemporaryDirectory() as scratch:
        table = Path(scratch) / "parcels.csv"
        write_parcels(table, ROWS, seed=1)
        for name, (plan, wishes) in MODELS.items():
            model = folder / f"{name}.hunch"
            order = TrainFileOrder(path=str(table), plan=plan, out=str(model), wishes=wishes)
            done("train_file", order, Path(scratch) / f"train {name}")
            answer(model, folder / f"{name}.csv", Path(scratch) / f"answer {name}")
        bring(folder, table, Path(scratch))
        look_ahead(folder, Path(scratch))
        compare(folder, table, Path(scratch))


def bring(folder: Path, table: Path, scratch: Path) -> None:
    """Bring a graph, measured with the rows of a table, and answer the new rows with it."""
    graph, schema, model = scratch / "parcels.onnx", scratch / "parcels.json", folder / f"{BROUGHT}.hunch"
    graph.write_bytes(graph_of_parcels())
    schema.write_text(json.dumps(SCHEMA), encoding="utf-8")
    order = BringOrder(path=str(graph), schema=str(schema), out=str(model), tested=str(table))
    done("bring_onnx", order, scratch / "bring")
    answer(model, folder / f"{BROUGHT}.csv", scratch / f"answer {BROUGHT}")


def look_ahead(folder: Path, scratch: Path) -> None:
    """Learn what comes next in what two towns send, and say it again with half a year more."""
    table, model, newer = scratch / "months.csv", folder / f"{AHEAD}.hunch", folder / NEWER
    write_months(table, MONTHS)
    write_months(newer, NEWER_MONTHS)
    asked = ForecastAsked(target="sent", time="month", group="town", horizon=6)
    done("forecast_file", ForecastFileOrder(path=str(table), asked=asked, out=str(model)), scratch / "ahead")
    order = PredictFileOrder(model=str(model), path=str(newer), out=str(folder / f"{AHEAD}.csv"))
    done("predict_any", order, scratch / "move on")


def compare(folder: Path, table: Path, scratch: Path) -> None:
    """Keep the groups of a table and what is usual in it, and compare the new rows with both."""
    groups, usual = (str(folder / f"{name}.hunch") for name in COMPARED)
    plan = GroupingPlan(number=3)
    done("group_file", GroupFileOrder(path=str(table), plan=plan, model=groups), scratch / "groups")
    done("odd_file", OddFileOrder(path=str(table), plan=OddnessPlan(), model=usual), scratch / "usual")
    for model in (groups, usual):
        out = str(Path(model).with_suffix(".csv"))
        order = PredictFileOrder(model=model, path=str(folder / NEW), out=out)
        done("predict_any", order, scratch / f"answer {Path(model).stem}")


def graph_of_parcels() -> bytes:
    """Return a line through weights, towns and days, of which single precision keeps enough."""
    from onnx import TensorProto, helper

    weights = [0.08, 1.4, 1.4, -0.8, -0.8, 0.0005]
    numbers = [
        helper.make_tensor("weights", TensorProto.FLOAT, [len(weights), 1], weights),
        helper.make_tensor("start", TensorProto.FLOAT, [1], [-9.4]),
    ]
    step = helper.make_node("Gemm", ["x", "weights", "start"], ["days"])
    ports = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, [None, width])
        for name, width in (("x", len(weights)), ("days", 1))
    ]
    graph = helper.make_graph([step], "parcels", ports[:1], ports[1:], numbers)
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 21)], ir_version=10)
    return bytes(made.SerializeToString())


def answer(model: Path, out: Path, folder: Path) -> None:
    """Answer the new rows beside a model."""
    done(
        "predict_file", PredictFileOrder(model=str(model), path=str(model.parent / NEW), out=str(out)), folder
    )


def done(journey: str, order: Any, folder: Path) -> None:
    """Go a journey of the program in a folder of its own."""
    folder.mkdir()
    JOURNEYS[journey](to_json(order), folder, lambda _: None)


def write_parcels(path: Path, rows: int, seed: int) -> None:
    """Write a table of parcels: how long each took follows from its weight, town, month and what it holds."""
    dice = random.Random(seed)  # noqa: S311 - made-up rows
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("parcel", "kg", "town", "sent", "holds", "days", "late"))
        for number in range(rows):
            kg, town, holds = round(dice.uniform(0.1, 30), 1), dice.choice(TOWNS), dice.sample(WORDS, 3)
            month = dice.randint(1, 12)
            days = 2 + kg / 6 * (town in TOWNS[:2]) + 3 * (month == 12) - 1.5 * ("urgent" in holds)
            days = round(max(0.5, days + dice.gauss(0, 0.3)), 1)
            sent = f"2025-{month:02}-{dice.randint(1, 28):02}"
            cells = (f"P-{number:04}", "" if number % 17 == 3 else kg, town, sent, " ".join(holds))
            writer.writerow((*cells, days, "yes" if days > 4 else "no"))


def write_months(path: Path, count: int) -> None:
    """Write how much two towns send each month: a little more each, and most in summer."""
    dice = random.Random(3)  # noqa: S311 - made-up rows
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("month", "town", "sent"))
        for place in range(count):
            for size, town in enumerate(TOWNS[:2], start=1):
                sent = 200 * size + 2 * place + 30 * math.sin(math.pi * place / 6) + dice.gauss(0, 4)
                writer.writerow((f"{2018 + place // 12}-{place % 12 + 1:02}-01", town, round(sent)))


if __name__ == "__main__":
    main()
