"""Long lists in parts: which things come next, the newest first."""

from typing import Literal, NamedTuple

from desktop_app.workspace.database import Database

Kind = Literal["table", "training", "model", "other", "prediction", "job"]
FIRST = 2**63 - 1  # above every number
_STATEMENTS: dict[Kind, str] = {
    "table": """SELECT number, id FROM stored_table WHERE deleted = 0 AND number < ?
        ORDER BY number DESC LIMIT ?""",
    "training": "SELECT number, id FROM kept_training WHERE number < ? ORDER BY number DESC LIMIT ?",
    "model": """SELECT number, id FROM kept_training WHERE brief <> '' AND number < ?
        ORDER BY number DESC LIMIT ?""",
    "other": """SELECT number, id FROM other_model WHERE deleted = 0 AND number < ?
        ORDER BY number DESC LIMIT ?""",
    "prediction": """SELECT number, id FROM kept_answers WHERE answers IS NOT NULL AND number < ?
        ORDER BY number DESC LIMIT ?""",
    "job": "SELECT number, id FROM job WHERE number < ? ORDER BY number DESC LIMIT ?",
}


class Part(NamedTuple):
    """Ids, and the number that the next part lies below; None behind the last one."""

    ids: tuple[str, ...]
    below: int | None


class Parts:
    """Finds parts; what is added meanwhile moves none of the others."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, kind: Kind, below: int, most: int) -> Part:
        """Return at most so many things whose number is below another one."""
        with self._database.reading() as db:
            rows = db.execute(_STATEMENTS[kind], (below, most + 1)).fetchall()
        ids = tuple(row["id"] for row in rows[:most])
        return Part(ids=ids, below=rows[most - 1]["number"] if len(rows) > most else None)
