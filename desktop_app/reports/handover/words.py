"""What is said of each form in which a model can be handed over."""

from collections.abc import Mapping
from typing import NamedTuple

from desktop_app.records.handover import ENDINGS, HandoverKind
from desktop_app.reports.notice_words import text_of

# The title, for whom it is, and what travels inside.
_CODES: dict[HandoverKind, tuple[str, str, str]] = {
    "html": ("share.html.title", "share.html", "share.inside.values"),
    "xlsx": ("share.xlsx.title", "share.xlsx", "share.inside.values"),
    "onnx": ("share.onnx.title", "share.onnx", "share.inside.values"),
    "python": ("share.python.title", "share.python", "share.inside.settings"),
}


class FormWords(NamedTuple):
    """One form in words."""

    title: str
    purpose: str
    inside: str


def form_words(*, is_brought: bool = False) -> Mapping[HandoverKind, FormWords]:
    """Return the forms that there are in words, those for most people first.

    Of a model that was made elsewhere there is the one as which it came.
    """
    if is_brought:
        words = (text_of(code) for code in ("share.onnx.title", "share.onnx", "brought.inside"))
        return {"onnx": FormWords(*words)}
    return {kind: FormWords(*(text_of(code) for code in _CODES[kind])) for kind in ENDINGS}
