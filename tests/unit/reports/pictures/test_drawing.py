"""One macro draws every picture: without a style sheet, too, and whatever stands in a name."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from desktop_app.reports.pictures.calibration import calibration
from desktop_app.reports.pictures.picture import Area, Box, Curve, Dot, Field, Key, Picture, Scale, Tick, Word
from tests.unit.reports.insight_parts import FITS
from tests.unit.reports.made import two_kinds

UI = Path(__file__).parents[4] / "ui"
SPACE = "{http://www.w3.org/2000/svg}"
NASTY = "<script>\"&'</script>"

ALL_MARKS = Picture(
    name="all-marks",
    title="All marks.",
    about=NASTY,
    field=Field(
        across=Scale(low=0, high=1, start=40, end=424),
        up=Scale(low=0, high=1, start=248, end=34),
        ticks=(Tick(at=248, label="0"),),
    ),
    header=("a",),
    rows=(("1",),),
    across=(Tick(at=40, label=NASTY),),
    across_name="across",
    up_name="up",
    areas=(Area(points=((40, 40), (50, 50), (60, 40)), slot=2),),
    boxes=(Box(x=40, y=200, width=8, height=48, title=NASTY, slot=3, weight=0.5),),
    curves=(Curve(points=((40, 248), (424, 34)), slot=0, is_broken=True),),
    dots=(Dot(x=40, y=40, title="a dot", slot=6), Dot(x=41, y=40)),
    words=(Word(x=50, y=60, text=NASTY, anchor="end"),),
    keys=(Key(slot=4, text="four"), Key(slot=5, text="five")),
)


@cache
def pictures() -> Any:
    """Return the macros, made without anything that only pages know."""
    made = Environment(
        loader=FileSystemLoader(UI / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return made.get_template("components/pictures.html").module


def drawn(picture: Picture) -> ET.Element:
    return ET.fromstring(str(pictures().drawing(picture)))  # noqa: S314 - made here


def test_every_mark_is_drawn_and_names_stay_text() -> None:
    svg = drawn(ALL_MARKS)

    shapes = ("polygon", "rect", "polyline", "circle")
    counts = {shape: len(svg.findall(f"{SPACE}{shape}")) for shape in shapes}
    assert counts == {"polygon": 1, "rect": 1, "polyline": 1, "circle": 4}
    assert svg.get("aria-label") == NASTY
    texts = [text.text for text in svg.iter(f"{SPACE}text")]
    assert texts == ["0", NASTY, NASTY, "across", "up", "four", "five"]
    assert [title.text for title in svg.iter(f"{SPACE}title")] == [NASTY, "a dot"]


def test_the_keys_stand_below_the_field_and_make_the_drawing_taller() -> None:
    svg = drawn(ALL_MARKS)

    assert svg.get("viewBox") == "0 0 440 340"
    assert [y for y, _slot, _text in ALL_MARKS.key_places] == [310, 330]
    assert drawn(replace(ALL_MARKS, keys=())).get("viewBox") == "0 0 440 300"


def test_a_drawing_without_a_style_sheet_has_the_light_colours_of_the_pages() -> None:
    tokens = (UI / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
    light = dict(re.findall(r"--([\w-]+): light-dark\((#[0-9A-F]{6}),", tokens))

    series = [light["control"], *(light[f"series-{slot}"] for slot in range(1, 7)), light["text"]]
    assert list(pictures().colours) == series
    svg = drawn(ALL_MARKS)
    assert [mark.get("color") for mark in svg.iter() if mark.get("color")] == [
        *(series[2], series[3], series[0], series[6], series[1], series[4], series[5]),
    ]
    assert {mark.get("stroke") for mark in svg.iter(f"{SPACE}line")} == {light["grid"], light["control"]}
    assert svg.get("fill") == light["muted"]
    assert {text.get("fill") for text in svg.iter(f"{SPACE}text")} == {None, light["text"]}


def test_a_drawing_holds_nothing_that_a_saved_picture_may_not() -> None:
    from desktop_app.web.drawn import ending_of

    picture = calibration(two_kinds(calibration=FITS))

    assert picture is not None
    for one in (picture, ALL_MARKS):
        assert ending_of(str(pictures().drawing(one)).strip().encode()) == ".svg"
