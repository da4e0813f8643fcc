"""The page on which a person reads what the service does and tries it; nothing comes from elsewhere."""

from flask import Blueprint, Response, render_template, send_from_directory
from werkzeug.exceptions import NotFound

from desktop_app import language
from desktop_app.paths import bundled
from desktop_app.reports.notice_words import text_of

docs = Blueprint("docs", __name__, template_folder=str(bundled("ui", "service")))

PARTS = {  # name -> media type, whatever the computer takes such files for
    "docs.css": "text/css",
    "docs.js": "text/javascript",
    "vendor/swagger-ui.css": "text/css",
    "vendor/swagger-ui-bundle.js": "text/javascript",
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'"
)


@docs.get("/docs")
def show() -> Response:
    """Return the page, which holds nothing of the model: it asks for the description itself."""
    page = render_template(
        "docs.html",
        language=language.spoken(),
        title=text_of("service.docs_title"),
        ask=text_of("service.docs_ask"),
        show=text_of("service.docs_show"),
        wrong=text_of("service.docs_wrong"),
        failed=text_of("service.docs_failed"),
        without_scripts=text_of("service.docs_scripts"),
    )
    response = Response(page, mimetype="text/html")
    response.headers["Content-Security-Policy"] = POLICY
    return response


@docs.get("/docs/<name>")
def part(name: str) -> Response:
    """Return a script or a style sheet of the page."""
    for path, kind in PARTS.items():
        if path.rpartition("/")[2] == name:
            return send_from_directory(bundled("ui", "service"), path, mimetype=kind)
    raise NotFound
