"""Whether all marks of a picture lie where they can be seen."""

from collections.abc import Iterator

from desktop_app.reports.pictures.picture import Picture, Point

NEAR = 0.11  # of rounding


def points_of(picture: Picture) -> Iterator[Point]:
    """Yield every corner of every mark."""
    for curve in picture.curves:
        yield from curve.points
    for area in picture.areas:
        yield from area.points
    for box in picture.boxes:
        yield box.x, box.y
        yield box.x + box.width, box.y + box.height
    for dot in picture.dots:
        yield dot.x, dot.y


def outside(picture: Picture) -> list[Point]:
    """Return the points beyond the field between the axes."""
    field = picture.field
    return [
        (x, y)
        for x, y in points_of(picture)
        if not (field.left - NEAR <= x <= field.right + NEAR and field.top - NEAR <= y <= field.bottom + NEAR)
    ]
