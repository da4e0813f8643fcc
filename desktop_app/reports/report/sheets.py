"""The style of a report, made of the style sheets of the pages: light, and with its colours written out.

A report is read in browsers and programs of any age, so that nothing of it may rest on custom properties.
"""

import re
from functools import cache

from desktop_app.paths import bundled

_PARTS = ("charts", "report")
_TOKEN = re.compile(r"--([\w-]+):\s*([^;]+);")
_USE = re.compile(r"var\(--([\w-]+)\)")
_LIGHT = re.compile(r"light-dark\(([^,()]+),[^()]+\)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@cache
def tokens() -> dict[str, str]:
    """Return every token of the pages as it is in the light."""
    sheet = _sheet("tokens").partition("@media")[0]
    return {name: _LIGHT.sub(r"\1", value).strip() for name, value in _TOKEN.findall(sheet)}


@cache
def page_style() -> str:
    """Return the style of a report as a page."""
    return "\n".join(_resolved(_sheet(name)).strip() for name in _PARTS)


def _resolved(sheet: str) -> str:
    return _USE.sub(lambda use: tokens()[use.group(1)], sheet)


def _sheet(name: str) -> str:
    return _COMMENT.sub("", bundled("ui", "static", "css", f"{name}.css").read_text(encoding="utf-8"))
