"""The form of every sentence about a failure."""

from typing import Literal, NamedTuple


class Saying(NamedTuple):
    """What happened and what to do next; *kind* names the class of failure it belongs to."""

    kind: Literal["file", "data", "model", "policy", "usage", "cluster", "missing", "save", "internal"]
    message: str
    hint: str = ""
