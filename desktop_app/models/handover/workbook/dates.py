"""The parts of days since 1970, and their places on circles, as formulas (see `engine.features.dates`)."""

import math

from desktop_app.models.handover.workbook.cells import Work, number

EPOCH = 25_569  # the first of January 1970, as a workbook counts days
_TURN = number(2 * math.pi)
_YEAR = 365.2425

Named = tuple[str, str]  # a column, and the cell in which it stands


def parts_of(work: Work, days: list[Named], timed: list[Named]) -> list[Named]:
    """Return the days, years, months and weekdays of all dates, then the hours of some."""
    kinds = (
        ("year", f"YEAR(@+{EPOCH})", days),
        ("month", f"MONTH(@+{EPOCH})", days),
        ("weekday", "MOD(INT(@)+3,7)", days),  # the first of January 1970 was a Thursday
        ("hour", "INT(MOD(@,1)*24)", timed),
    )
    return days + [
        (name, work.add(f"{name}: {kind}", f'IF({cell}="","",{part.replace("@", cell)})'))
        for kind, part, dates in kinds
        for name, cell in dates
    ]


def circles_of(days: list[Named], timed: list[Named]) -> list[str]:
    """Return formulas for circles on which December meets January, Sunday Monday, and night morning."""
    turns = [(cell, number(by)) for by in (_YEAR, 7) for _, cell in days] + [(cell, "1") for _, cell in timed]
    return [
        f'IF({cell}="",0,{turn}(MOD({cell},{by})/{by}*{_TURN}))'
        for turn in ("SIN", "COS")
        for cell, by in turns
    ]
