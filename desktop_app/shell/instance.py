"""One program a workspace: the first start holds a lock, a second one hands its file over to it."""

import http.client
import json
import os
import time
from pathlib import Path

from desktop_app.errors import InternalError
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.record import dataclass
from desktop_app.workspace import lock

NOTE = "instance.json"
COMING = "window.coming"  # there until a window has shown its first page
PATIENCE = 10.0  # seconds for a first start that is still on its way, or for its answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where the running program takes files from a second start, and the key that it asks for."""

    port: int
    key: str


class Place:
    """The right to be the one program of a workspace; the system takes it back when this process ends."""

    def __init__(self, folder: Path, held: lock.Lock) -> None:
        self._note, self._coming = folder / NOTE, folder / COMING
        # Whoever ends by itself removes both.
        self.was_killed, self.had_no_window = self._note.exists(), self._coming.exists()
        self._remove_notes()
        self._held = held

    def announce(self, address: Address) -> None:
        """Tell later starts where to hand over their files; only this person can read it."""
        draft = self._note.with_suffix(".tmp")
        draft.unlink(missing_ok=True)
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as note:
            json.dump(to_json(address), note)
        draft.replace(self._note)

    def window_comes(self) -> None:
        """Note down that the window is to be made: where that ends the program, the next start knows."""
        self._coming.touch(mode=0o600)

    def is_window_coming(self) -> bool:
        """Whether the window has not shown a page yet."""
        return self._coming.exists()

    def window_is_there(self) -> None:
        """Note down that it has shown a page."""
        self._coming.unlink(missing_ok=True)

    def leave(self) -> None:
        """Give the place up; the note goes first, so that nobody follows it to a closed door."""
        self._remove_notes()
        self._held.release()

    def _remove_notes(self) -> None:
        self._note.unlink(missing_ok=True)
        self._coming.unlink(missing_ok=True)


def take_place(folder: Path) -> Place | None:
    """Return the place, or None while another program holds it; raises SaveError for a read-only folder."""
    held = lock.take(folder)
    return Place(folder, held) if held else None


def hand_over(folder: Path, file: Path | None, *, patience: float = PATIENCE) -> str:
    """Show *file* in the program that is open; return the link it gives out when it has no window.

    Raises InternalError when it does not answer.
    """
    deadline = time.monotonic() + patience
    while True:
        try:
            return _post(_read_note(folder), file)
        except (OSError, ValueError, TypeError, http.client.HTTPException) as error:
            if time.monotonic() > deadline:
                raise InternalError("error.other_stuck") from error
        time.sleep(0.1)  # the first start may still be on its way to its note


def _read_note(folder: Path) -> Address:
    return from_json(Address, json.loads((folder / NOTE).read_text(encoding="utf-8")))


def _post(address: Address, file: Path | None) -> str:
    """Ask directly: no proxy of the network settings stands between two programs of one computer."""
    order = {"key": address.key, "file": str(file) if file else ""}
    connection = http.client.HTTPConnection("127.0.0.1", address.port, timeout=PATIENCE)
    try:
        connection.request("POST", "/handover", json.dumps(order), {"Content-Type": "application/json"})
        answer = connection.getresponse()
        if answer.status != http.client.OK:
            raise OSError(f"handover was answered with {answer.status}")
        return str(json.loads(answer.read()).get("link", ""))
    finally:
        connection.close()
