"""Sentences with marks in braces, put together by formulas."""

import re

from desktop_app.models.handover.workbook.cells import Learned

_MARK = re.compile(r"\{(\w+)\}")


def said(learned: Learned, sentence: str, values: dict[str, str]) -> str:
    """Return a formula for a sentence; *values* are formulas for what stands at its marks."""
    pieces = _MARK.split(sentence)  # text, mark, text, mark, ...
    parts = [
        values[piece] if place % 2 else learned.row("words", [piece])
        for place, piece in enumerate(pieces)
        if piece
    ]
    return "&".join(parts)


def shown_number(cell: str, decimals: int) -> str:
    """Return a formula for a number as the reader's country writes it."""
    return f"FIXED({cell},{decimals})"


def shown_chance(cell: str) -> str:
    """Return a formula for how many of 100."""
    count = f"ROUND(100*{cell},0)"
    return f'IF({count}<1,"< 1",IF({count}>99,"> 99",{count}))'
