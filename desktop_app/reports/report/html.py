"""A report as one page that needs nothing beside it: no script, no file, no network."""

import base64
import hashlib
from functools import cache
from typing import TYPE_CHECKING

from desktop_app import language
from desktop_app.paths import COMPILED, bundled
from desktop_app.reports.pictures.picture import Picture
from desktop_app.reports.report.content import Report
from desktop_app.reports.report.sheets import page_style

if TYPE_CHECKING:
    from jinja2 import Environment

_WHOLE, _PICTURES = "report/paper/whole.html", "components/pictures.html"
_STYLE = "<!-- style -->"


def page_of(report: Report) -> str:
    """Return the report as HTML."""
    page = pages().get_template(_WHOLE).render(report=report, policy=policy())
    # No text of the report is like this mark: what it holds of signs is escaped.
    return page.replace(_STYLE, f"<style>{page_style()}</style>", 1)


@cache
def policy() -> str:
    """Return the content policy of a report: the one style that it has, and nothing from anywhere."""
    digest = base64.b64encode(hashlib.sha256(page_style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:"


@cache
def pages() -> "Environment":
    """Return what makes pages of the templates without a server: workers use it, too."""
    from jinja2 import Environment, FileSystemLoader, ModuleLoader, StrictUndefined

    compiled = bundled("ui", COMPILED)
    loader = ModuleLoader(compiled) if compiled.is_dir() else FileSystemLoader(bundled("ui", "templates"))
    made = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.globals.update(
        _=language._,
        direction=lambda: "ltr",  # no language that is written from the right is there yet
    )
    return made


def drawing_of(picture: Picture) -> str:
    """Return a picture as an SVG file: what the pages draw, which needs no style sheet."""
    made = pages().get_template(_PICTURES).module
    return str(made.drawing(picture))  # type: ignore[attr-defined]  # a macro of the template
