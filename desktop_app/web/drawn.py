"""A picture that a page has drawn and sends back to be saved: what is taken for one."""

import re

from desktop_app.errors import UsageError

LARGEST = 8 * 1024 * 1024  # bytes
PNG = b"\x89PNG\r\n\x1a\n"
# All that pages draw with. A file that a person sends on holds no script and names no other place.
SHAPES = frozenset(("svg", "rect", "line", "polyline", "polygon", "circle", "text", "title"))
_TAG = re.compile(r"</?(?P<shape>[A-Za-z]+)(?P<looks>(?:\s+[\w:-]+=\"[^\"<]*\")*)\s*/?>")
_LOOK = re.compile(r"([\w:-]+)=\"[^\"<]*\"")
_ACTS = re.compile(r"on|style$|(?:.*:)?href$", re.IGNORECASE)


def ending_of(drawn: bytes) -> str:
    """Return the ending of a file with this picture; raises UsageError where it is none of ours."""
    if drawn.startswith(PNG):
        return ".png"
    if _is_drawing(drawn):
        return ".svg"
    raise UsageError("error.not_understood")


def _is_drawing(drawn: bytes) -> bool:
    """Return whether it is SVG with nothing but shapes and words: each "<" begins one that is known."""
    try:
        text = drawn.decode("utf-8")
    except UnicodeDecodeError:
        return False
    if not (text.startswith("<svg ") and text.endswith("</svg>")):
        return False
    tags = list(_TAG.finditer(text))
    return text.count("<") == len(tags) and all(map(_is_plain, tags))


def _is_plain(tag: re.Match[str]) -> bool:
    looks = _LOOK.findall(tag["looks"])
    return tag["shape"] in SHAPES and not any(_ACTS.match(look) for look in looks)
