"""Lines through points, as formulas: the ranks of numbers, and how wide the range beside an amount is."""

import numpy as np

from desktop_app.engine.arrays import Floats
from desktop_app.models.handover.workbook.cells import Learned, Work, number


def between(work: Work, learned: Learned, heading: str, cell: str, line: tuple[Floats, Floats]) -> str:
    """Return a formula for the value at a cell on the line through points of rising places.

    Beyond its ends it is level, as numpy.interp is.
    """
    places, values = line
    if len(places) == 1:
        return number(values[0])
    at, of = learned.row(f"{heading}: place", places), learned.row(f"{heading}: value", values)
    step = work.add(f"{heading}: step", f"SUMPRODUCT(--({at}<={cell}))")
    rise = (
        f"INDEX({of},{step})+({cell}-INDEX({at},{step}))"
        f"*(INDEX({of},{step}+1)-INDEX({of},{step}))/(INDEX({at},{step}+1)-INDEX({at},{step}))"
    )
    return f"IF({step}=0,{number(values[0])},IF({step}={len(places)},{number(values[-1])},{rise}))"


def ranked(work: Work, learned: Learned, heading: str, cell: str, line: tuple[Floats, Floats]) -> str:
    """Return a formula for the rank of a cell, where some knots may be at one place.

    There the rank is the middle between those of the first and of the last of them, as in
    `engine.features.numbers`.
    """
    knots, ranks = (np.asarray(part) for part in line)
    places, first = np.unique(knots, return_index=True)
    last = np.append(first[1:], len(knots)) - 1
    at = learned.row(f"{heading}: place", places)
    low = learned.row(f"{heading}: rank from", ranks[first])
    high = learned.row(f"{heading}: rank to", ranks[last])
    step = work.add(f"{heading}: step", f"SUMPRODUCT(--({at}<={cell}))")
    if len(places) == 1:
        return f"IF({step}=0,-1,IF({cell}={at},({low}+{high})/2,1))"
    here = f"INDEX({at},{step})"
    rise = (
        f"INDEX({high},{step})+({cell}-{here})"
        f"*(INDEX({low},{step}+1)-INDEX({high},{step}))/(INDEX({at},{step}+1)-{here})"
    )
    middle = f"(INDEX({low},{step})+INDEX({high},{step}))/2"
    return f"IF({step}=0,-1,IF({cell}={here},{middle},IF({step}={len(places)},1,{rise})))"
