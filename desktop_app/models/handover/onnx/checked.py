"""An ONNX graph asked by ONNX Runtime, and whether it answers as the model does."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from desktop_app.engine.cells import Layout, read_cells
from desktop_app.engine.kinds.runtime import Session
from desktop_app.engine.predictor import Predictor
from desktop_app.models.frames import make_frame
from desktop_app.models.golden import made_up, numbers_of_answers
from desktop_app.models.handover.onnx.features import MISSING
from desktop_app.records.models import Schema

_TOLERANCE = 1e-5  # absolute and relative: a small network is computed in single precision
_MOST_ON_EDGES = 0.1  # of the rows: there another order of sums may lead to another leaf
_SEED = 7


def answers_as(content: bytes, predictor: Predictor, schema: Schema) -> bool:
    """Return whether a graph gives the answers of a predictor for rows that are made up from the schema."""
    columns = made_up(schema, (), _SEED)
    wanted = numbers_of_answers(predictor, schema, columns)
    try:
        found = asked(content, make_frame(schema.features, columns), predictor.layout)
    except ValueError:
        return False
    numbers = np.column_stack([part for part in found.values() if part.dtype.kind == "f"])
    close = np.isclose(numbers, wanted[:, : numbers.shape[1]], rtol=_TOLERANCE, atol=_TOLERANCE)
    return bool(np.mean(~close.all(axis=1)) <= _MOST_ON_EDGES)


def asked(content: bytes, frame: pd.DataFrame, layout: Layout) -> dict[str, Any]:
    """Return what a graph answers for the rows of a frame: each result (rows, width) by its name."""
    return Session.of(content).answers(columns_of(frame, layout))


def columns_of(frame: pd.DataFrame, layout: Layout) -> Mapping[str, Any]:
    """Return the columns of a frame as a graph asks for them: (rows, 1) each."""
    cells = read_cells(frame, layout)
    numbers = {name: cells.numbers[:, [place]] for place, name in enumerate(layout.numbers)}
    days = {name: cells.days[:, [place]] for place, name in enumerate(layout.dates)}
    texts = {
        name: np.array([*levels, MISSING], dtype=np.object_)[cells.codes[:, [place]]]  # code -1 is the last
        for place, (name, levels) in enumerate(zip(layout.categories, cells.levels, strict=True))
    }
    return {**numbers, **days, **texts}
