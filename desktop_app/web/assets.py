"""Style sheets, scripts and fonts, under an address that changes with their content."""

import hashlib
from functools import cache
from pathlib import Path

from flask import Blueprint, Response, send_from_directory, url_for
from werkzeug.exceptions import NotFound

from desktop_app.paths import bundled

assets = Blueprint("assets", __name__)
FOREVER = "private, max-age=31536000, immutable"
SHEETS = (  # in the order in which they are read; the first sets that of the layers
    *("tokens", "base", "layout", "controls", "rail", "components", "tables", "grid", "reading", "charts"),
    *("results", "try", "reporting", "guide", "documents", "computer"),
)
# Of every page:
SCRIPTS = ("announce", "details", "native", "title", "upload", "once", "fetch", "keys", "find", "lost")
KINDS = {".css": "text/css", ".js": "text/javascript"}  # whatever the computer takes such files for


@cache
def version() -> str:
    """Return a mark that differs as soon as one byte of the static files differs."""
    folder = bundled("ui", "static")
    digest = hashlib.sha256(repr((SHEETS, SCRIPTS)).encode())
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def asset(filename: str) -> str:
    """Return the address of a static file; style sheets may name each other and fonts relatively."""
    return url_for("assets.show", mark=version(), filename=filename)


def sheet(filename: str) -> Response:
    """Return one style sheet, to be asked for anew each time."""
    return send_from_directory(Path(bundled("ui", "static")), filename)


@assets.get("/static/<mark>/<path:filename>")
def show(mark: str, filename: str) -> Response:
    """Return one static file, to be kept for as long as its address is used."""
    if mark != version():
        raise NotFound
    joined = _joined().get(filename)
    response = Response(joined, mimetype=KINDS[Path(filename).suffix]) if joined else sheet(filename)
    response.headers["Cache-Control"] = FOREVER
    return response


@cache
def _joined() -> dict[str, str]:
    """Return two files that are none: each file that is asked for costs a page its time."""
    folder = bundled("ui", "static")
    sheets = [(folder / "css" / f"{name}.css").read_text(encoding="utf-8") for name in SHEETS]
    scripts = [(folder / "js" / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS]
    # In braces, each script keeps its names to itself, as a module of its own does.
    return {"css/pages.css": "\n".join(sheets), "js/pages.js": "\n".join(f"{{\n{one}}}" for one in scripts)}
