"""ONNX Runtime leaves nothing on the computer, sends nothing, and fails as other libraries do."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from onnx import TensorProto, helper

from desktop_app.engine.kinds.runtime import Session
from desktop_app.engine.kinds.tree_graph import FORMAT, PLAIN_VERSION
from desktop_app.paths import bundled

ASKED = """
import numpy as np
from sklearn.ensemble import HistGradientBoostingRegressor
from desktop_app.engine.kinds.walker import Walker

features = np.arange(50.0)[:, None]
Walker.of(HistGradientBoostingRegressor(max_iter=2).fit(features, features[:, 0])).predict(features)
"""
HOMES = ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "LOCALAPPDATA", "APPDATA", "TMPDIR", "TEMP")


def of_size() -> Session:
    """Return a graph that gives as many numbers as it is told to."""
    size = helper.make_tensor_value_info("size", TensorProto.INT64, [1])
    numbers = helper.make_tensor_value_info("numbers", TensorProto.FLOAT, [None])
    graph = helper.make_graph(
        [helper.make_node("ConstantOfShape", ["size"], ["numbers"])], "g", [size], [numbers]
    )
    opsets = [helper.make_opsetid("", PLAIN_VERSION)]
    return Session.of(helper.make_model(graph, opset_imports=opsets, ir_version=FORMAT).SerializeToString())


def test_it_notes_nothing_about_this_computer(tmp_path: Path) -> None:
    homes = dict.fromkeys(HOMES, str(tmp_path))

    subprocess.run([sys.executable, "-B", "-c", ASKED], env={**os.environ, **homes}, check=True)

    assert list(tmp_path.rglob("*")) == []


def test_it_is_loaded_in_one_place() -> None:
    sources = bundled("desktop_app").rglob("*.py")

    assert [one.name for one in sources if "import onnxruntime" in one.read_text("utf-8")] == ["runtime.py"]


def test_too_little_memory_is_that_and_no_other_error() -> None:
    with pytest.raises(MemoryError):
        of_size().answers({"size": np.array([2**45])})


def test_what_it_cannot_read_or_answer_is_of_a_wrong_value() -> None:
    with pytest.raises(ValueError, match="protobuf"):
        Session.of(b"no graph")
    with pytest.raises(ValueError, match="rank"):
        of_size().answers({"size": np.array([[1]])})
