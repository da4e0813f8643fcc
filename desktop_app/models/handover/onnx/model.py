"""A whole model as one ONNX graph, from the columns of a table to its answers.

Numbers are doubles with NaN for an empty cell, days are counted since 1970, all other columns are texts with
"" for an empty cell. A model that reads texts has no such graph: words cannot be told apart with the
operators that every runtime has.
"""

import json

import numpy as np
import onnx
from onnx import helper

from desktop_app.engine.predictor import Predictor
from desktop_app.errors import DataError
from desktop_app.models.handover.onnx.arithmetic import between, on_line
from desktop_app.models.handover.onnx.features import Features
from desktop_app.models.handover.onnx.graph import DOUBLE, TEXT, WHOLE, Graph
from desktop_app.models.handover.onnx.kinds import answers_of
from desktop_app.models.handover.portable import Plain, portable
from desktop_app.records.decisions import Decision
from desktop_app.records.models import ModelCard

_ASKED_AS = {"number": "number", "date": "days since 1970"}
PREDICTION, PROBABILITIES, LOW, HIGH = "prediction", "probabilities", "low", "high"


def onnx_of(predictor: Predictor, decision: Decision | None = None) -> onnx.ModelProto:
    """Return the graph: from a column (rows, 1) each to `prediction` (rows, 1) and what is known beside it.

    Beside a class stand its `probabilities` (rows, classes), beside an amount `low` and `high` (rows, 1). A
    result whose name a column has gets the first free number behind it, as " (2)". Raises DataError for a
    model that reads texts.
    """
    graph, model = Graph(frozenset(predictor.layout.names)), portable(predictor)
    if model["prepared"] and model["prepared"]["words"]:
        raise DataError("handover.no_texts")
    answers = _blended(graph, model)
    if predictor.classes:
        _give_classes(graph, model, answers, decision)
    else:
        _give_amounts(graph, model, answers)
    return graph.model("hunch")


def described(graph: onnx.ModelProto, card: ModelCard) -> onnx.ModelProto:
    """Return the graph with what its reader must know of the columns and of the model."""
    columns = [
        {"name": one.name, "type": one.type, "unit": one.unit, "asked_as": _ASKED_AS.get(one.type, "text")}
        for one in card.schema.features
    ]
    about = {
        "columns": columns,
        "target": card.schema.target,
        "task": card.schema.task,
        "classes": card.schema.classes,
        "verdict": card.evaluation.verdict.level,
        "learned_from": card.table,
        "learned": card.created,
    }
    helper.set_model_props(graph, {"hunch": json.dumps(about, ensure_ascii=False)})
    return graph


def _blended(graph: Graph, model: Plain) -> str:
    """Return (rows, answers): the weighted mean of all kinds; the simplest guess has the rest to 1."""
    features = Features(graph, model)
    simplest = graph.constant(model["simplest"])
    rest = max(0.0, 1 - sum(member["weight"] for member in model["members"]))
    found = graph.add("Add", features.zeros(), graph.constant(rest * model["simplest"]))
    for member in model["members"]:
        own = answers_of(graph, member, features.of(member["form"]))
        if member["classes"] is not None:
            own = graph.add("MatMul", own, graph.constant(np.eye(len(model["classes"]))[member["classes"]]))
        settled = _settled(graph, model, own, simplest)
        found = graph.add("Add", found, graph.add("Mul", settled, graph.constant(float(member["weight"]))))
    return found if model["members"] else graph.add("Add", features.zeros(), simplest)


def _settled(graph: Graph, model: Plain, answers: str, simplest: str) -> str:
    """Return amounts within what was seen, or probabilities of which none is 0 and all are numbers."""
    over_classes = graph.constant(np.array([1]))
    total = graph.add("ReduceSum", answers, over_classes, keepdims=1)
    nothing = graph.add("Sub", total, total)  # of endless numbers that is none
    answers = graph.add("Where", graph.add("Equal", nothing, nothing), answers, simplest)
    if not model["classes"]:
        ends = (graph.constant(float(model["lowest"])), graph.constant(float(model["highest"])))
        return between(graph, answers, *ends)
    weight = float(model["weight"])
    softened = graph.add("Add", answers, graph.constant(weight * model["simplest"]))
    total = graph.add("ReduceSum", softened, over_classes, keepdims=1)
    return graph.add("Div", softened, total)


def _give_classes(graph: Graph, model: Plain, chances: str, decision: Decision | None) -> None:
    classes = list(model["classes"])
    if decision is None:
        place = graph.add("ArgMax", chances, axis=1, keepdims=1)
    else:
        decided = classes.index(decision.value)
        chance = graph.add("Gather", chances, graph.constant(np.array([decided])), axis=1)
        is_value = graph.add("GreaterOrEqual", chance, graph.constant(float(decision.chance)))
        both = (graph.constant(np.array(decided)), graph.constant(np.array(1 - decided)))
        place = graph.add("Where", is_value, *both)
    names = graph.constant(np.array(classes, dtype=np.object_))
    graph.give(PREDICTION, TEXT, [None, 1], graph.add("Gather", names, graph.cast(place, WHOLE), axis=0))
    graph.give(PROBABILITIES, DOUBLE, [None, len(classes)], chances)


def _give_amounts(graph: Graph, model: Plain, amounts: str) -> None:
    graph.give(PREDICTION, DOUBLE, [None, 1], amounts)
    ranges = model["range"]
    if ranges is None:
        return
    ends = (graph.constant(float(model["lowest"])), graph.constant(float(model["highest"])))
    for name, misses in ((LOW, ranges["below"]), (HIGH, ranges["above"])):
        far = on_line(graph, amounts, ranges["answers"], misses)
        graph.give(name, DOUBLE, [None, 1], between(graph, graph.add("Add", amounts, far), *ends))
