"""What a person set for the whole program, by name."""

from desktop_app.workspace.database import Database

_KEEP = (
    "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
)


class Choices:
    """One text a name; empty where nothing was set."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, name: str) -> str:
        """Return what was set."""
        with self._database.reading() as db:
            row = db.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return row["value"] if row else ""

    def keep(self, name: str, value: str) -> None:
        """Set it from now on."""
        with self._database.writing() as db:
            db.execute(_KEEP, (name, value))
