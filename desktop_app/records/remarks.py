"""What was decided about a table or a model, as its log keeps it."""

from desktop_app.records.notices import Notice
from desktop_app.records.record import dataclass

CHOSEN = "chosen."  # what the codes begin with of what was chosen before learning
FINE = "decided.fine"  # its values are those of a finding, and which one it is
SENT, SENT_NOT = "decided.sent", "decided.sent_not"  # whether a cluster may be given the rows
FINDING = "finding_code"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """One entry of the log. Who decided is not in it: the name of a login belongs to a person."""

    moment: str  # ISO 8601, UTC
    notice: Notice
