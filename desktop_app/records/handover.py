"""A model handed over to another program."""

from typing import Literal

from desktop_app.records.decisions import Decision
from desktop_app.records.record import dataclass
from desktop_app.records.trust import Trust

HandoverKind = Literal["html", "xlsx", "onnx", "python"]
ENDINGS: dict[HandoverKind, str] = {"html": ".html", "xlsx": ".xlsx", "onnx": ".onnx", "python": ".py"}


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverOrder:
    """Write the model in another form to *out*."""

    model: str
    kind: HandoverKind
    out: str
    decision: Decision | None = None  # how it is to answer
    own_decision: bool = True  # that in the model's file counts where no other one is given
    trust: Trust | None = None  # the worker fills in whose models are believed
