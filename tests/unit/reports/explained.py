"""What was found out about made-up models: plausible, and changed in the one thing a test is about."""

from desktop_app.records.explained import Bins, Effect, EffectPoint, Explained, Pair, Together


def curve(
    *means: float, at: tuple[float, ...] = (), rows: tuple[int, ...] = (), column: str = "calls"
) -> Effect:
    """Return the curve of a number: at 0, 1, 2, ..., of 100 rows each, unless it is said otherwise."""
    at, rows = at or tuple(float(n) for n in range(len(means))), rows or (100,) * len(means)
    points = tuple(
        EffectPoint(label="", at=place, mean=mean, low=mean - 0.1, high=mean + 0.1, rows=count)
        for place, mean, count in zip(at, means, rows, strict=True)
    )
    return Effect(column=column, kind="number", points=points, rows=sum(rows))


def kinds(column: str = "region", rows: int = 100, **means: float) -> Effect:
    """Return what each value of a category does."""
    points = tuple(
        EffectPoint(label=label, at=None, mean=mean, low=mean - 0.1, high=mean + 0.1, rows=rows)
        for label, mean in means.items()
    )
    return Effect(column=column, kind="category", points=points, rows=rows * len(points))


def dates(*means: float, days: tuple[float, ...]) -> Effect:
    """Return the curve of a date."""
    points = tuple(
        EffectPoint(label="", at=day, mean=mean, low=mean, high=mean, rows=100)
        for day, mean in zip(days, means, strict=True)
    )
    return Effect(column="joined", kind="date", points=points, rows=100 * len(points))


PAIR = Pair(
    first=Bins(column="calls", kind="number", ranges=((0.0, 3.0), (3.0, 9.0))),
    second=Bins(column="region", kind="category", levels=("West", "East", "a region with a very long name")),
    strength=0.4,
    means=((0.1, 0.1, 0.1), (0.9, 0.2, 0.5)),
)
TOGETHER = Together(columns=("calls", "minutes"), loss=0.12, low=0.1, high=0.15)


def explained(*effects: Effect, value: str = "yes", usual: float = 0.3) -> Explained:
    return Explained(value=value, usual=usual, effects=effects or (curve(0.1, 0.5, 0.8),))
