"""A model handed over to another program."""

from typing import Literal

from desktop_app.records.decisions import Decision
from desktop_app.records.record import dataclass
from desktop_app.records.trust import Trust

HandoverKind = Literal["html", "xlsx", "onnx", "python"]
NarrowForm = Literal["xlsx", "onnx"]  # those that cannot hold every model
FORM_NAMES: dict[NarrowForm, str] = {"xlsx": "Excel", "onnx": "ONNX"}
ENDINGS: dict[HandoverKind, str] = {"html": ".html", "xlsx": ".xlsx", "onnx": ".onnx", "python": ".py"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How much a form can hold of what a model learned."""

    nodes: int  # of all trees
    numbers: int  # that stand in a list of their own, and texts
    formulas: int  # that each row has


# With so many nodes, LibreOffice takes 14 CPU seconds to open 200 rows.
WORKBOOK = Room(nodes=20_000, numbers=300_000, formulas=5_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverOrder:
    """Write the model in another form to *out*."""

    model: str
    kind: HandoverKind
    out: str
    decision: Decision | None = None  # how it is to answer
    own_decision: bool = True  # that in the model's file counts where no other one is given
    trust: Trust | None = None  # the worker fills in whose models are believed
