"""Columns that do not count where whole rows are compared, in words."""

from desktop_app.records.plans import LeftOut
from desktop_app.reports.catalogue import SENTENCES
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.result_words import left_out_text


def left_out_lines(left_out: tuple[LeftOut, ...], rows: int) -> list[str]:
    """Return why each of these columns does not count."""
    return [_left_out(left, rows) for left in left_out]


def _left_out(left: LeftOut, rows: int) -> str:
    code = f"compare.left_out_{left.reason}"
    return text_of(code, {"column": left.column}) if code in SENTENCES else left_out_text(left, rows)
