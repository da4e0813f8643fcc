"""A table of numbered rows."""

from desktop_app.records.tables import Bar, Column


def numbers(count: int) -> tuple[Column, ...]:
    """Return many columns of numbers, behind the four of the made table."""
    bars = tuple(Bar(label=str(place), count=place) for place in range(12))
    return tuple(
        Column(name=f"gene {place}", type="number", position=4 + place, missing=0, distinct=250, bars=bars)
        for place in range(count)
    )
