"""Records in the database: each kept once, under the hash of its text."""

import hashlib
import json
import sqlite3
import threading
from collections import OrderedDict
from typing import Any, TypeVar, cast

from desktop_app.errors import InternalError
from desktop_app.records.jsonable import from_json, to_json

T = TypeVar("T")
MOST_REMEMBERED = 16 * 1024 * 1024  # letters of JSON whose records stay in memory


class Facts:
    """Stores records and reads them back, sure that not a letter has changed.

    Records are frozen, so those read lately are kept in memory: the profile of a wide table has megabytes.
    """

    def __init__(self) -> None:
        self._recent: OrderedDict[tuple[type, str], tuple[object, int]] = OrderedDict()
        self._letters = 0
        self._lock = threading.Lock()

    def put(self, db: sqlite3.Connection, record: Any) -> str:
        """Store *record* within the open transaction and return the hash that finds it again."""
        body = json.dumps(to_json(record), allow_nan=False, sort_keys=True, separators=(",", ":"))
        sha256 = _hash(body)
        db.execute("INSERT OR IGNORE INTO fact (sha256, body) VALUES (?, ?)", (sha256, body))
        return sha256

    def get(self, db: sqlite3.Connection, kind: type[T], sha256: str) -> T:
        """Return the record; raises InternalError when it is damaged or gone."""
        with self._lock:
            if (kind, sha256) in self._recent:
                self._recent.move_to_end((kind, sha256))
                return cast(T, self._recent[kind, sha256][0])
        row = db.execute("SELECT body FROM fact WHERE sha256 = ?", (sha256,)).fetchone()
        if row is None or _hash(row["body"]) != sha256:
            raise InternalError("error.workspace_damaged", what=kind.__name__)
        record = from_json(kind, json.loads(row["body"]))
        self._remember((kind, sha256), record, len(row["body"]))
        return record

    def forget(self) -> None:
        """Keep none of them in memory any more."""
        with self._lock:
            self._recent.clear()
            self._letters = 0

    def _remember(self, key: tuple[type, str], record: object, letters: int) -> None:
        with self._lock:
            if key not in self._recent:
                self._letters += letters
            self._recent[key] = (record, letters)
            while self._letters > MOST_REMEMBERED and len(self._recent) > 1:
                self._letters -= self._recent.popitem(last=False)[1][1]


def _hash(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()
