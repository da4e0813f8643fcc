"""Days and times as SPSS, Stata and SAS count them, written year first: SQL by the format of a column."""

import re
from typing import Literal

from desktop_app.tables.typed.statistics_parts import Program

Unit = Literal["", "day", "second", "millisecond", "week", "month", "quarter", "half", "time", "clock"]

_LATEST = "9999-12-31"
_SPSS: dict[str, Unit] = {
    **dict.fromkeys(
        ("DATE", "ADATE", "EDATE", "JDATE", "SDATE", "QYR", "MOYR", "WKYR", "DATETIME", "YMDHMS"), "second"
    ),
    **dict.fromkeys(("TIME", "DTIME", "MTIME"), "time"),
}
_SAS_DAYS = (
    *("DATE", "DAY", "WEEKDATE", "WEEKDATX", "WORDDATE", "WORDDATX", "MONYY", "YYMON", "JULIAN", "JULDAY"),
    *(f"{order}{mark}" for order in ("MMDDYY", "DDMMYY", "YYMMDD") for mark in ("", *"BCDNPS")),
    *("YYMM", "MMYY", "YYQ", "E8601DA", "B8601DA", "IS8601DA", "NLDATE"),
)
_SAS: dict[str, Unit] = {
    **dict.fromkeys(_SAS_DAYS, "day"),
    **dict.fromkeys(("DATETIME", "DTDATE", "DATEAMPM", "MDYAMPM", "NLDATM"), "second"),
    **dict.fromkeys(("E8601DT", "B8601DT", "IS8601DT", "B8601DN", "E8601DN"), "second"),
    **dict.fromkeys(("TIME", "HHMM", "MMSS", "TIMEAMPM", "E8601TM", "B8601TM", "IS8601TM"), "time"),
    "TOD": "time",
}
_STATA: dict[str, Unit] = {
    "d": "day",
    "c": "millisecond",
    "C": "millisecond",
    "w": "week",
    "m": "month",
    "q": "quarter",
    "h": "half",
}
_SPSS_DAYS = ("DATE", "ADATE", "EDATE", "JDATE", "SDATE", "QYR", "MOYR", "WKYR")
_MONTHS = {"month": 1, "quarter": 3, "half": 6}


def unit_of(format_: str, program: Program) -> Unit:
    """Return what a number in that format counts; nothing where it is a number."""
    if program == "dta":
        return _unit_of_stata(format_)
    known = _SPSS if program in ("sav", "por") else _SAS
    return known.get(_base(format_), "")


def is_of_days(format_: str, program: Program) -> bool:
    """Whether the format shows days alone, though the number counts seconds."""
    return _base(format_) in (_SPSS_DAYS if program in ("sav", "por") else ("DTDATE",))


def moment(cell: str, unit: Unit, program: Program, *, is_day: bool) -> str:
    """Return the SQL of what a number counts to from its program's first day; NULL beyond the year 9999."""
    start = "1582-10-14" if program in ("sav", "por") else "1960-01-01"
    match unit:
        case "time" | "clock":
            return _time(f"{cell} / 1000" if unit == "clock" else cell)
        case "day":
            found = f"DATE '{start}' + floor({cell})::INTEGER"
        case "week":  # 52 of each year, as Stata has it: the last one is longer
            years, weeks = (
                f"floor({cell} / 52)::INTEGER",
                f"(({cell})::INTEGER - 52 * floor({cell} / 52)::INTEGER)",
            )
            found = f"(DATE '{start}' + to_years({years}))::DATE + 7 * {weeks}"
        case "month" | "quarter" | "half":
            found = f"(DATE '{start}' + to_months({_MONTHS[unit]} * floor({cell})::INTEGER))::DATE"
        case _:
            parts = f"round({cell})" if unit == "millisecond" else f"round({cell} * 1000)"
            found = f"TIMESTAMP '{start}' + to_microseconds({parts}::BIGINT * 1000)"
            found = f"({found})::DATE" if is_day else found
    return (
        f"CASE WHEN TRY(({found})::DATE) BETWEEN DATE '1000-01-01' AND DATE '{_LATEST}' "
        f"THEN TRY(({found})::VARCHAR) END"
    )


def _base(format_: str) -> str:
    """Return the name of a format without its width and decimals."""
    return re.sub(r"[\d.]+$", "", format_.upper())


def _unit_of_stata(format_: str) -> Unit:
    if not format_.startswith(("%t", "%d", "%-t", "%-d")):
        return ""
    rest = format_.lstrip("%-")
    if rest.startswith("d"):
        return "day"
    if rest[1:2] in ("c", "C") and rest[2:].startswith("HH"):
        return "clock"
    return _STATA.get(rest[1:2], "")


def _time(seconds: str) -> str:
    """Return hours, minutes and seconds; hours may be more than a day has."""
    whole = f"abs(round({seconds}, 3))"
    rest = f"({whole} - 60 * floor({whole} / 60))"
    hours, minutes = f"floor({whole} / 3600)::INTEGER", f"floor({whole} / 60)::INTEGER % 60"
    exact = f"printf('%06.3f', {rest})"
    shown = f"CASE WHEN {rest} = floor({rest}) THEN printf('%02d', {rest}::INTEGER) ELSE {exact} END"
    sign = f"CASE WHEN {seconds} < 0 THEN '-' ELSE '' END"
    return f"CASE WHEN {whole} < 1e9 THEN {sign} || printf('%02d:%02d:', {hours}, {minutes}) || {shown} END"
