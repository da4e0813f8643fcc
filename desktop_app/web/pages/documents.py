"""Help's documents: each as a page, and the files that belong to it, to be shown and saved."""

from pathlib import Path

from flask import Blueprint, Response, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue

from desktop_app.errors import NotFoundError
from desktop_app.paths import bundled
from desktop_app.reports.documents.catalogue import FILES, document_of, document_with
from desktop_app.web.context import native_dialogs
from desktop_app.web.files import copy_file

pages = Blueprint("documents", __name__)
_NOT_SHOWN = ".csv"  # a table is opened, not read as a text


@pages.get("/help/documents/<path:key>")
def show(key: str) -> str:
    """Show one document."""
    from desktop_app.reports.documents.page import shown  # what reads Markdown is loaded by the first reader

    document = document_of(key)
    if document is None:
        raise NotFoundError("error.not_found")
    return render_template(
        "guide/document.html",
        document=document,
        shown=shown(document.source, _address),
        files=[(file, _name(file), not file.endswith(_NOT_SHOWN)) for file in document.files],
        saved=request.args.get("saved", ""),
    )


@pages.get("/help/files/<path:file>")
def show_file(file: str) -> str:
    """Show a file that belongs to a document."""
    text = _file(file).read_text(encoding="utf-8")
    return render_template(
        "guide/file.html", file=file, name=_name(file), text=text, document=document_with(file)
    )


@pages.get("/help/copies/<path:file>")
def fetch(file: str) -> Response:
    """Hand a file over as a download."""
    return send_file(_file(file), as_attachment=True, download_name=_name(file))


@pages.post("/help/copies/<path:file>")
def save(file: str) -> ResponseReturnValue:
    """Ask where to save a file, and write it there."""
    source = _file(file)
    goal = native_dialogs().save_file(source.name, (source.suffix,))
    saved = copy_file(source, goal).name if goal else None
    return redirect(url_for("documents.show", key=document_with(file).key, saved=saved, _anchor="files"), 303)


def _file(file: str) -> Path:
    """Return where a file lies; only those that the catalogue names are there."""
    if file not in FILES:
        raise NotFoundError("error.not_found")
    return bundled(*file.split("/"))


def _name(file: str) -> str:
    return file.rpartition("/")[2]


def _address(kind: str, key: str) -> str:
    if kind == "file":
        return url_for("documents.show_file", file=key)
    return url_for("documents.show", key=key)
