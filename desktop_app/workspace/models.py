"""The finished models, as a list of many shows them, and those that came as a file."""

import filecmp
import json
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from desktop_app import __version__
from desktop_app.errors import NotFoundError
from desktop_app.records.brought import BroughtFile
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.model_files import Accepted, Origin
from desktop_app.records.models import Truth
from desktop_app.records.record import dataclass
from desktop_app.records.results import Evaluation
from desktop_app.workspace.database import Database
from desktop_app.workspace.facts import Facts
from desktop_app.workspace.folders import Folders, remove
from desktop_app.workspace.moments import now, storable

Order = Literal["day", "name", "score"]

_LIST = """SELECT kept_training.*, coalesce(used.files, 0) AS files, used.last, used.told
    FROM kept_training LEFT JOIN (
        SELECT training_id, count(*) AS files, max(number) AS last,
            max(CASE WHEN truth <> '' THEN number END) AS told FROM kept_answers
        WHERE answers IS NOT NULL GROUP BY training_id
    ) AS used ON used.training_id = kept_training.id
    WHERE brief <> '' ORDER BY kept_training.number DESC"""
_ADD = """INSERT INTO training (id, table_name, reading, name, created, plan, decision, origin)
    VALUES (?, ?, '', ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET deleted = 0"""  # opened once more by an old page: it is there again
_HAS_FILE = "SELECT id FROM training WHERE id = ? UNION SELECT id FROM other_model WHERE id = ?"
_FILES = """SELECT id FROM kept_training WHERE brief <> ''
    UNION ALL SELECT id FROM other_model WHERE deleted = 0"""
_EVALUATED = "UPDATE training SET evaluation = ?, brief = ? WHERE id = ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class LastUse:
    """A file that a model answered."""

    name: str
    created: str  # ISO 8601, UTC
    truth: Truth | None = None  # where the file said itself what is right


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedModel:
    """One model; its *evaluation* lacks what only its own page shows."""

    id: str
    name: str
    created: str  # ISO 8601, UTC
    table_name: str
    evaluation: Evaluation
    origin: Origin | None
    files: int  # that it answered
    last: LastUse | None  # the newest file
    told: LastUse | None  # the newest file that said itself what is right


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Some of the models."""

    models: tuple[ListedModel, ...]
    found: int  # how many there are of this search
    of: int  # how many there are at all
    names: tuple[str, ...]  # of those that are found, the ones that several have


class Models:
    """Every model that has learned, whether here or elsewhere."""

    def __init__(self, database: Database, folders: Folders, facts: Facts) -> None:
        self._database, self._folders, self._facts = database, folders, facts

    def find(self, search: str = "", order: Order = "day", most: int = 50) -> Shelf:
        """Return the first *most* models that have the words of *search* in their name, table or columns."""
        words = search.casefold().split()
        with self._database.reading() as db:
            rows = [(row, json.loads(row["brief"])) for row in db.execute(_LIST).fetchall()]
            found = [one for one in rows if _has(words, *one)]
            found.sort(key=_PLACES[order])
            names = [row["name"] for row, _brief in found]
            return Shelf(
                models=tuple(self._listed(db, *one) for one in found[:most]),
                found=len(found),
                of=len(rows),
                names=tuple({name for name in names if names.count(name) > 1}),
            )

    def was_begun(self, table_id: str) -> bool:
        """Return whether anything was begun to learn from a table, even what was deleted since."""
        with self._database.reading() as db:
            found = db.execute("SELECT id FROM training WHERE table_id = ?", (table_id,)).fetchone()
        return found is not None

    def waiting(self, job_id: str) -> Path:
        """Return where the copy of a file lies that was looked at and not opened yet; it may be gone."""
        return self._folders.model(job_id)

    def forget(self, job_id: str) -> None:
        """Remove the copy of a file that is not to be opened; not one that a model, deleted or not, has."""
        with self._database.reading() as db:
            if db.execute(_HAS_FILE, (job_id, job_id)).fetchone():
                return
        remove(self._folders.model(job_id))

    def same_as(self, file: Path) -> str:
        """Return the id of the model whose file is this one, byte for byte; nothing where there is none."""
        with self._database.reading() as db:
            ids = [row["id"] for row in db.execute(_FILES)]
        return next((one for one in ids if _is_same(self._folders.model(one), file)), "")

    def accept(self, db: sqlite3.Connection, model_id: str, accepted: Accepted) -> None:
        """Store a model whose file is in place and passed every check, within the open transaction."""
        decision = json.dumps(to_json(accepted.decision)) if accepted.decision else ""
        file = accepted.origin.file.removesuffix(".hunch").removesuffix(".onnx")
        name = storable(file) or storable(accepted.plan.target)
        plan, origin = self._facts.put(db, accepted.plan), json.dumps(to_json(accepted.origin))
        db.execute(_ADD, (model_id, storable(accepted.table), name, now(), plan, decision, origin))
        keep_evaluation(db, self._facts, model_id, accepted.evaluation)

    def _listed(self, db: sqlite3.Connection, row: sqlite3.Row, brief: dict[str, Any]) -> ListedModel:
        return ListedModel(
            id=row["id"],
            name=row["name"],
            created=row["created"],
            table_name=row["table_name"],
            evaluation=from_json(Evaluation, brief),
            origin=origin_in(row),
            files=row["files"],
            last=_use(db, row["last"]),
            told=_use(db, row["told"]),
        )


def _use(db: sqlite3.Connection, number: int | None) -> LastUse | None:
    row = db.execute("SELECT name, created, truth FROM answers WHERE number = ?", (number,)).fetchone()
    if row is None:
        return None
    truth = from_json(Truth, json.loads(row["truth"])) if row["truth"] else None
    return LastUse(name=row["name"], created=row["created"], truth=truth)


def keep_evaluation(db: sqlite3.Connection, facts: Facts, model_id: str, evaluation: Evaluation) -> None:
    """Store what came of a training, and of that what a list shows. Raises NotFoundError."""
    brief = json.dumps(to_json(_brief(evaluation)), allow_nan=False)
    if not db.execute(_EVALUATED, (facts.put(db, evaluation), brief, model_id)).rowcount:
        raise NotFoundError("error.not_found")


def _brief(evaluation: Evaluation) -> Evaluation:
    """Return an evaluation without what only the page of its own model needs."""
    return replace(
        evaluation,
        left_out=(),
        warnings=(),
        candidates=(),
        importances=(),
        confusion=None,
        misses=None,
        receipt=None,
        calibration=None,
        cuts=(),
        bands=(),
        pace=(),
        weak_spots=(),
        rule=None,
        words=None,
        typical=(),
    )


def origin_in(row: sqlite3.Row) -> Origin | None:
    """Return where a model comes from that was not learned here."""
    return from_json(Origin, json.loads(row["origin"])) if row["origin"] else None


def _has(words: list[str], row: sqlite3.Row, brief: dict[str, Any]) -> bool:
    if not words:
        return True
    text = "\n".join((row["name"], row["table_name"], brief["target"], *brief["features"])).casefold()
    return all(word in text for word in words)


_Found = tuple[sqlite3.Row, dict[str, Any]]
_PLACES: dict[Order, Callable[[_Found], Any]] = {  # sorting keeps the newest first among equals
    "day": lambda _found: 0,
    "name": lambda found: found[0]["name"].casefold(),
    "score": lambda found: (not found[1]["score"]["rows"], -found[1]["skill"]["value"]),
}


def _is_same(ours: Path, file: Path) -> bool:
    try:
        return filecmp.cmp(ours, file, shallow=False)
    except OSError:
        return False


def as_accepted(brought: BroughtFile) -> Accepted:
    """Return a model that was made elsewhere and brought here, like one that came as a file."""
    origin = Origin(file=brought.name, version=__version__, made=now())
    return Accepted(origin=origin, table=brought.name, plan=brought.plan, evaluation=brought.evaluation)
