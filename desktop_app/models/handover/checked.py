"""An ONNX graph asked by ONNX Runtime, and whether it answers as the model does."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import onnxruntime
import pandas as pd

from desktop_app.engine.cells import Layout, read_cells
from desktop_app.engine.predictor import Predictor
from desktop_app.models.frames import make_frame
from desktop_app.models.golden import make_golden
from desktop_app.models.handover.onnx_features import MISSING
from desktop_app.records.models import Schema

_TOLERANCE = 1e-5  # absolute and relative: a small network is computed in single precision
_ERRORS_ONLY = 3
_SEED = 7


def answers_as(content: bytes, predictor: Predictor, schema: Schema) -> bool:
    """Return whether a graph gives the answers of a predictor for rows that are made up from the schema."""
    golden = make_golden(predictor, schema, (), _SEED)
    frame = make_frame(schema.features, golden.columns)
    found = asked(content, frame, predictor.layout)
    wanted = np.array(golden.answers).reshape(len(frame), -1)
    numbers = np.column_stack([part for name, part in found.items() if part.dtype.kind == "f"])
    return bool(np.allclose(numbers, wanted[:, : numbers.shape[1]], rtol=_TOLERANCE, atol=_TOLERANCE))


def asked(content: bytes, frame: pd.DataFrame, layout: Layout) -> dict[str, Any]:
    """Return what a graph answers for the rows of a frame: each result (rows, width) by its name."""
    options = onnxruntime.SessionOptions()
    options.log_severity_level = _ERRORS_ONLY
    session = onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
    wanted = {one.name for one in session.get_inputs()}
    fed = {name: column for name, column in columns_of(frame, layout).items() if name in wanted}
    names = [one.name for one in session.get_outputs()]
    return dict(zip(names, session.run(names, fed), strict=True))


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
