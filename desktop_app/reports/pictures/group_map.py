"""Rows on a flat map, coloured by their group: what it shows of their differences, and that it hides some."""

from collections import Counter
from collections.abc import Sequence

from desktop_app import counting
from desktop_app.language import _, number
from desktop_app.records.clusters import GroupMap
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.pictures.picture import GREY, WIDTH, Dot, Field, Key, Picture, Scale, Word

MOST_COLOURS = 6
_FAINT = 0.55  # so that dots on top of each other look darker
_EDGE, _HEIGHT, _FOOT = 12.0, 300.0, 14
_ALL = 100


def group_map(drawn: GroupMap, names: Sequence[str], rows: int) -> Picture:
    """Return the picture of a map of groups with these names, in a table of so many rows."""
    field = _field(drawn)
    shown = Counter(spot.group for spot in drawn.spots)
    notes = [
        text_of("clusters.map_shows", {"held": counting.count(drawn.held, _ALL)}),
        text_of("clusters.map_hides"),
    ]
    if len(drawn.spots) < rows:
        notes.append(text_of("clusters.map_some", {"shown": len(drawn.spots), "rows": rows}))
    return Picture(
        name="group-map",
        title=text_of("clusters.map"),
        about=text_of("clusters.map_about"),
        field=field,
        foot=_FOOT,
        dots=tuple(_dot(field, spot.x, spot.y, names[spot.group], spot.group) for spot in drawn.spots),
        words=tuple(_word(drawn, field, group) for group in sorted(shown)),
        keys=_keys(names),
        header=(_("Group"), _("Rows on the map")),
        rows=tuple((names[group], number(shown[group])) for group in sorted(shown)),
        notes=tuple(notes),
    )


def _field(drawn: GroupMap) -> Field:
    """Return a field in which both ways have one scale: distances are what the map shows."""
    across, up = [spot.x for spot in drawn.spots], [spot.y for spot in drawn.spots]
    wide, high = WIDTH - 2 * _EDGE, _HEIGHT - 2 * _EDGE
    unit = max((max(across) - min(across)) / wide, (max(up) - min(up)) / high) or 1.0
    middle_x, middle_y = (max(across) + min(across)) / 2, (max(up) + min(up)) / 2
    half_x, half_y = unit * wide / 2, unit * high / 2
    return Field(
        has_floor=False,
        across=Scale(low=middle_x - half_x, high=middle_x + half_x, start=_EDGE, end=WIDTH - _EDGE),
        up=Scale(low=middle_y - half_y, high=middle_y + half_y, start=_HEIGHT - _EDGE, end=_EDGE),
    )


def _dot(field: Field, x: float, y: float, name: str, group: int) -> Dot:
    across, up = field.place(x, y)
    return Dot(x=across, y=up, title=name, slot=_slot(group), weight=_FAINT)


def _word(drawn: GroupMap, field: Field, group: int) -> Word:
    """Return the number of a group in the middle of its dots: a colour alone is not seen by all."""
    spots = [spot for spot in drawn.spots if spot.group == group]
    x, y = field.place(sum(spot.x for spot in spots) / len(spots), sum(spot.y for spot in spots) / len(spots))
    return Word(x=x, y=y, text=number(group + 1), anchor="middle")


def _keys(names: Sequence[str]) -> tuple[Key, ...]:
    keys = [
        Key(
            slot=_slot(group),
            text=text_of("clusters.map_key", {"number": group + 1, "name": name}),
        )
        for group, name in enumerate(names[:MOST_COLOURS])
    ]
    if len(names) > MOST_COLOURS:
        keys.append(Key(slot=GREY, text=text_of("clusters.map_others")))
    return tuple(keys)


def _slot(group: int) -> int:
    return group + 1 if group < MOST_COLOURS else GREY
