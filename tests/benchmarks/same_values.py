"""Whether a cell is the value that is true of it."""

from datetime import datetime
from typing import Any

_TRUE = frozenset(("yes", "true", "1", "ja", "wahr"))
_FALSE = frozenset(("no", "false", "0", "nein", "falsch"))


def is_same(true: float | str | None, typed: Any, raw: str | None, scale: float) -> bool:
    """Whether a cell, typed and as text, is that value; a number may be *scale* times as large."""
    if true is None:
        return typed is None
    if typed is None:
        return False
    if isinstance(true, float | int):
        number = typed if isinstance(typed, float) else _as_number(str(typed))
        return number is not None and abs(number - true * scale) <= 1e-9 * max(1.0, abs(true))
    if isinstance(typed, datetime):
        return typed.isoformat(timespec="minutes") == true
    return _is_same_text(true, str(typed)) or (raw is not None and _is_same_text(true, raw))


def _is_same_text(true: str, text: str) -> bool:
    plain = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if plain == true.replace("\r\n", "\n").strip():
        return True
    number, shown = _as_number(true), _as_number(plain)
    if true.isdecimal() and not true.startswith("0") and number is not None and number == shown:
        return True
    return (true == "yes" and plain.lower() in _TRUE) or (true == "no" and plain.lower() in _FALSE)


def _as_number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
