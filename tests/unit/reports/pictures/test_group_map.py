"""Dots in the colours of their groups, at one scale for both directions."""

from desktop_app.records.clusters import GroupMap, MapSpot
from desktop_app.reports.pictures.group_map import group_map
from desktop_app.reports.pictures.picture import GREY

SPOTS = tuple(MapSpot(x=float(place), y=0.0, group=place // 2) for place in range(16))


def test_distances_are_the_same_in_both_directions() -> None:
    square = tuple(MapSpot(x=x, y=y, group=0) for x in (0.0, 1.0) for y in (0.0, 1.0))
    dots = group_map(GroupMap(spots=square, held=1.0), ["A"], 4).dots

    across, up = ({dot.x for dot in dots}, {dot.y for dot in dots})
    assert round(max(across) - min(across), 6) == round(max(up) - min(up), 6)


def test_groups_beyond_six_share_a_grey_and_each_has_its_number() -> None:
    picture = group_map(GroupMap(spots=SPOTS, held=0.66), [f"Group {n}" for n in range(1, 9)], 1_000)

    assert [dot.slot for dot in picture.dots[-4:]] == [GREY] * 4
    assert [key.text for key in picture.keys][-2:] == ["6: Group 6", "Other groups"]
    assert [word.text for word in picture.words] == list("12345678")
    assert [cells[1] for cells in picture.rows] == ["2"] * 8


def test_it_says_what_it_shows_and_what_it_hides() -> None:
    notes = group_map(GroupMap(spots=SPOTS, held=0.66), ["A"] * 8, 1_000).notes

    assert notes[0] == "Each dot is a row. The map shows 66 of 100 parts of how rows differ."
    assert notes[1].startswith("Groups that lie over each other here may still be apart")
    assert notes[2] == "16 of 1,000 rows are drawn."
