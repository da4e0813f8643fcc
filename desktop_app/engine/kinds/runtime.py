"""ONNX Runtime as this program may use it: told to send nothing, quiet, on one thread.

Its official builds note each start in a database of the person's cache, with an id of the computer, and send
that to Microsoft, unless they are told not to before they are loaded. So this is the one place that loads it.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # read while it is loaded

import onnxruntime

onnxruntime.disable_telemetry_events()  # what some builds for Windows heed instead

_FATAL_ONLY = 4  # its errors are raised as well


@dataclass(frozen=True, slots=True)
class Session:
    """A graph that can be asked; threads may share it."""

    _session: Any

    @classmethod
    def of(cls, content: bytes, *, as_it_stands: bool = False) -> "Session":
        """Return the graph in these bytes. Raises ValueError where it cannot be asked, and MemoryError.

        *as_it_stands*, nothing in it is computed or rewritten before it is asked.
        """
        options = onnxruntime.SessionOptions()
        # Threads are ours to give (`engine.workshop`), and memory is given back at once.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        options.log_severity_level = _FATAL_ONLY
        if as_it_stands:
            options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
        with _common_errors():
            return cls(onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"]))

    def answers(self, columns: Mapping[str, Any], wanted: Sequence[str] = ()) -> dict[str, Any]:
        """Return each result, or the *wanted* ones, by name.

        What the graph does not ask for is left out. Raises ValueError for columns that do not fit, and
        MemoryError.
        """
        fed = {one.name: columns[one.name] for one in self._session.get_inputs()}
        names = list(wanted) or [one.name for one in self._session.get_outputs()]
        with _common_errors():
            return dict(zip(names, self._session.run(names, fed), strict=True))


@contextmanager
def _common_errors() -> Iterator[None]:
    """Raise what others raise for the same: none of its own errors is of a class that is known elsewhere."""
    try:
        yield
    except Exception as error:
        if isinstance(error, MemoryError) or "bad_alloc" in str(error):
            raise MemoryError(str(error)) from error
        raise ValueError(str(error)) from error
