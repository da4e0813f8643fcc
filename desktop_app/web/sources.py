"""The file that a form brings: by ticket from the window, by upload from a browser."""

from pathlib import Path

from flask import request
from werkzeug.datastructures import FileStorage

from desktop_app.errors import UsageError
from desktop_app.records.record import dataclass
from desktop_app.web.context import context

LONGEST_NAME = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file on this computer, and its name as the person knows it; the name is never part of a path."""

    path: Path
    name: str


def read_source() -> Source:
    """Return the file that the form of this request brings, or raise UsageError when it brings none."""
    if ticket := request.form.get("ticket"):
        path = context().tickets.take(ticket)
        if path is None:
            raise UsageError("error.not_understood")
        return Source(path=path, name=path.name)
    if upload := request.form.get("upload"):
        return Source(path=context().uploads.path(upload), name=shown_name(request.form.get("name", "")))
    file = request.files.get("file")
    if file is None or not file.filename:
        raise UsageError("error.no_file")
    return _stored(file)


def _stored(file: FileStorage) -> Source:
    """Keep a file that came with a plain form."""
    uploads = context().uploads
    upload = uploads.begin()
    uploads.append(upload, 0, file.stream)
    return Source(path=uploads.path(upload), name=shown_name(file.filename or ""))


def shown_name(text: str) -> str:
    """Return a name as a person gave it, on one line and not endless; "table" when nothing is left."""
    last = text.replace("\\", "/").rpartition("/")[2]
    line = "".join(letter if letter.isprintable() else " " for letter in last)
    return " ".join(line.split())[:LONGEST_NAME] or "table"
