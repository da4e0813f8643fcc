"""What the tested rows say beyond the score, made for tests."""

from desktop_app.records.insights import (
    Band,
    Bin,
    Branch,
    Calibration,
    Cut,
    Cuts,
    Pace,
    Rule,
    WeakSpot,
    Where,
)


def calibration(*bins: tuple[float, float, int], value: str = "yes") -> Calibration:
    made = tuple(Bin(said=said, happened=happened, rows=rows) for said, happened, rows in bins)
    rows = sum(one.rows for one in made)
    error = sum(one.rows * abs(one.said - one.happened) for one in made) / rows
    return Calibration(value=value, bins=made, error=error)


FITS = calibration((0.1, 0.11, 400), (0.4, 0.38, 300), (0.8, 0.82, 300))

# Ten rows, surest first: yes yes no yes no yes no no no no. Of 24 pairs, 21 are in order.
TEN = Cuts(
    value="yes",
    rows=10,
    positives=4,
    cuts=tuple(
        Cut(chance=1 - place / 10, found=found, false=false)
        for place, (found, false) in enumerate(((1, 0), (2, 0), (2, 1), (3, 1), (3, 2), (4, 2)), start=1)
    ),
)
TEN_RIGHT = 21 / 24
TEN_PRECISION = (1 + 1 + 3 / 4 + 4 / 6) / 4

BANDS = (
    Band(low=50_000, high=120_000, rows=200, half=9_000, tenth=30_000, lean=200),
    Band(low=120_000, high=210_000, rows=200, half=15_500, tenth=51_000, lean=-400),
    Band(low=210_000, high=500_000, rows=200, half=41_000, tenth=120_000, lean=25_000),
)

OLD_MONTHLY = (Where(column="age", low=60), Where(column="contract", values=("monthly",)))


def spot(
    value: float = 0.62, rest: float = 0.9, rows: int = 250, where: tuple[Where, ...] = OLD_MONTHLY
) -> WeakSpot:
    gap = abs(rest - value)
    return WeakSpot(where=where, rows=rows, value=value, rest=rest, low=gap / 2, high=gap * 1.5)


RULE = Rule(
    branches=(
        Branch(where=OLD_MONTHLY, answer="yes", share=0.07, right=0.91),
        Branch(where=(Where(column="calls", high=4),), answer="no", share=0.93, right=0.83),
    ),
    value=0.84,
)


def pace(*points: tuple[int, float]) -> tuple[Pace, ...]:
    return tuple(Pace(rows=rows, value=value) for rows, value in points)


STILL_RISING = pace((500, 0.7), (1000, 0.78), (2000, 0.84), (4000, 0.88))
LEVEL = pace((500, 0.87), (1000, 0.878), (2000, 0.879), (4000, 0.88))
