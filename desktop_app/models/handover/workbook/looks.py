"""How the cells of a workbook look: one family of formats, in the colours of the program."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

ACCENT, SOFT, BORDER, MUTED = "#1F5FBF", "#E7F0FD", "#D5DBE2", "#56606C"
CAUTION, CAUTION_SOFT = "#8A5300", "#FDF1DC"
_INPUT = "#FFFBE6"
_PLAIN = {"font_name": "Calibri", "font_size": 11, "valign": "vcenter"}
_WRAPPED = {"text_wrap": True, "valign": "top"}
_ENTERED = {
    "bg_color": _INPUT,
    "border": 1,
    "border_color": "#B8A14A",
    "locked": False,
    "align": "left",
    "indent": 1,
}
_PASTED = {"bg_color": _INPUT, "border": 1, "border_color": "#E8DFB4", "align": "left", "indent": 1}
_HEADING = {"bold": True, "font_color": "#FFFFFF", "bg_color": ACCENT, "text_wrap": True, "indent": 1}
_RESULT = {"bottom": 1, "bottom_color": BORDER, "bg_color": SOFT}
_LOOKS: Mapping[str, dict[str, Any]] = MappingProxyType(
    {
        "title": {"bold": True, "font_size": 18},
        "verdict": {**_WRAPPED, "bg_color": SOFT, "indent": 1, "valign": "vcenter"},
        "verdict caution": {**_WRAPPED, "bg_color": CAUTION_SOFT, "indent": 1, "valign": "vcenter"},
        "muted": {"font_color": MUTED, "text_wrap": True},
        "muted no wrap": {"font_color": MUTED},
        "result heading": {**_HEADING, "bg_color": "#17406F"},
        "label": {"bold": True, "text_wrap": True, "indent": 1},
        "usual": {"font_color": MUTED, "text_wrap": True, "indent": 1},
        "heading": _HEADING,
        "answer label": {"bold": True, "font_size": 14, "font_color": ACCENT},
        "answer": {"bold": True, "font_size": 20, "align": "left", "shrink": True},
        "beside": {"font_size": 12, "text_wrap": True},
        "caution": {"font_color": CAUTION, "text_wrap": True, "indent": 1},
        "number": {**_ENTERED, "num_format": "General"},
        "date": {**_ENTERED, "num_format": "yyyy-mm-dd"},
        "category": {**_ENTERED, "num_format": "@"},
        "pasted number": {**_PASTED, "num_format": "General"},
        "pasted date": {**_PASTED, "num_format": "yyyy-mm-dd"},
        "pasted category": {**_PASTED, "num_format": "@"},
        "class": {"text_wrap": True, "indent": 1, "bottom": 1, "bottom_color": BORDER},
        "share": {"num_format": "0%", "bottom": 1, "bottom_color": BORDER, "align": "right"},
        "result": {**_RESULT, "bold": True, "align": "left", "indent": 1},
        "result share": {**_RESULT, "num_format": "0%", "align": "left", "indent": 1},
        "result caution": {**_RESULT, "font_color": CAUTION, "text_wrap": True, "indent": 1},
        "wrapped": _WRAPPED,
        "wrapped label": {**_WRAPPED, "bold": True},
        "flagged": {"bg_color": CAUTION_SOFT},
    }
)


class Looks:
    """The formats of one workbook, each made when it is first asked for."""

    def __init__(self, book: Any, decimals: int) -> None:
        self._book = book
        self._number = "#,##0" + ("." + "0" * decimals if decimals > 0 else "")
        self._made: dict[tuple[str, bool], Any] = {}

    def look(self, name: str, *, is_amount: bool = False) -> Any:
        """Return a format; that of an amount has its decimals."""
        if (name, is_amount) not in self._made:
            amount = {"num_format": self._number} if is_amount else {}
            own = {} if name == "flagged" else _PLAIN  # a rule changes only what it says
            self._made[name, is_amount] = self._book.add_format({**own, **_LOOKS[name], **amount})
        return self._made[name, is_amount]
