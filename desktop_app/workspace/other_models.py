"""Models that answer no rows, such as one that says what comes next; from a file, or learned here."""

import json
import sqlite3
from typing import Any

from desktop_app.errors import NotFoundError
from desktop_app.records.compared_cards import ComparedCard
from desktop_app.records.forecast_cards import ForecastCard
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.model_files import Accepted, AcceptedOther, Origin
from desktop_app.records.stored import StoredCompared, StoredForecast
from desktop_app.workspace.database import Database
from desktop_app.workspace.facts import Facts
from desktop_app.workspace.folders import Folders
from desktop_app.workspace.models import Models
from desktop_app.workspace.moments import now, storable

StoredOther = StoredForecast | StoredCompared
_LIST = "SELECT * FROM other_model WHERE deleted = 0 ORDER BY number DESC"
_GET = "SELECT * FROM other_model WHERE id = ? AND deleted = 0"
_ADD = """INSERT INTO other_model (id, kind, name, created, card, origin) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET deleted = 0"""  # opened once more by an old page: it is there again
_GIVE_WAY = """UPDATE other_model SET deleted = 1 WHERE id = :id AND name = :name
    AND NOT EXISTS (SELECT 1 FROM job WHERE job.subject = :id)"""


class OtherModels:
    """Every one of them; newest first where there are many."""

    def __init__(self, database: Database, folders: Folders, facts: Facts) -> None:
        self._database, self._folders, self._facts = database, folders, facts

    def list(self) -> tuple[StoredOther, ...]:
        """Return all that are not deleted."""
        with self._database.reading() as db:
            return tuple(self._stored(db, row) for row in db.execute(_LIST).fetchall())

    def forecast(self, model_id: str) -> StoredForecast:
        """Return one that says what comes next; raises NotFoundError."""
        if isinstance(found := self.get(model_id), StoredForecast):
            return found
        raise NotFoundError("error.not_found")

    def compared(self, model_id: str) -> StoredCompared:
        """Return one that compares new rows with old ones; raises NotFoundError."""
        if isinstance(found := self.get(model_id), StoredCompared):
            return found
        raise NotFoundError("error.not_found")

    def get(self, model_id: str) -> StoredOther:
        """Return one, whatever it does; raises NotFoundError."""
        with self._database.reading() as db:
            if row := db.execute(_GET, (model_id,)).fetchone():
                return self._stored(db, row)
        raise NotFoundError("error.not_found")

    def rename(self, model_id: str, name: str) -> None:
        """Give it another name; an empty one changes nothing."""
        if name := storable(name):
            statement = "UPDATE other_model SET name = ? WHERE deleted = 0 AND id = ?"
            self._database.change(statement, name, model_id)

    def delete(self, model_id: str) -> None:
        """Put it out of sight, to be removed at the next start."""
        self._database.change("UPDATE other_model SET deleted = 1 WHERE id = ?", model_id)

    def give_way(self, db: sqlite3.Connection, model_id: str, better: AcceptedOther) -> None:
        """Put it out of sight for a better one, unless a person has renamed or used it."""
        db.execute(_GIVE_WAY, {"id": model_id, "name": storable(_own_name(better.card))})

    def undo_delete(self, model_id: str) -> None:
        """Bring it back."""
        self._database.change("UPDATE other_model SET deleted = 0 WHERE id = ?", model_id)

    def accept(self, db: sqlite3.Connection, model_id: str, accepted: AcceptedOther) -> None:
        """Store a model whose file is in place and passed every check, within the open transaction."""
        card, origin = accepted.card, accepted.origin
        name = storable(origin.file.removesuffix(".hunch")) or storable(_own_name(card))
        told = (self._facts.put(db, card), json.dumps(to_json(origin)))
        db.execute(_ADD, (model_id, accepted.kind, name, now(), *told))

    def _stored(self, db: sqlite3.Connection, row: sqlite3.Row) -> StoredOther:
        told: dict[str, Any] = {name: row[name] for name in ("id", "kind", "name", "created", "note")}
        told |= {
            "model": str(self._folders.model(row["id"])),
            "origin": from_json(Origin, json.loads(row["origin"])),
        }
        if row["kind"] == "compared":
            return StoredCompared(card=self._facts.get(db, ComparedCard, row["card"]), **told)
        return StoredForecast(card=self._facts.get(db, ForecastCard, row["card"]), **told)


def _own_name(card: ForecastCard | ComparedCard) -> str:
    """Return what a model is called that came as no file."""
    return card.found.asked.target if isinstance(card, ForecastCard) else card.table


def accept(
    models: Models, others: OtherModels, db: sqlite3.Connection, model_id: str, result: dict[str, JSON]
) -> None:
    """Store a model whose file passed every check, of whichever kind, within the open transaction."""
    if "kind" in result:
        others.accept(db, model_id, from_json(AcceptedOther, result))
    else:
        models.accept(db, model_id, from_json(Accepted, result))
