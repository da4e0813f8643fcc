"""How right it was in one file after the other is drawn beside what was promised."""

from dataclasses import replace

from desktop_app.records.models import Truth
from desktop_app.reports.held_words import HeldFile
from desktop_app.reports.pictures.held import MOST_FILES, held
from desktop_app.reports.pictures.picture import GREY
from tests.unit.reports.made import a_number, score, two_kinds
from tests.unit.reports.pictures.fields import outside
from tests.unit.reports.test_held_words import files


def test_each_file_is_a_point_with_its_range_beside_the_band_of_the_promise() -> None:
    shown = files("fits", "few", "worse")

    picture = held(shown, two_kinds())

    assert picture is not None
    (band,) = picture.areas
    assert (band.slot, len(band.points)) == (3, 12)  # a low and a high end on either side of each file
    assert [dot.slot for dot in picture.dots] == [1, GREY, 2]
    assert [x for x, _y in picture.curves[2].points] == [picture.dots[2].x] * 2
    assert [key.text for key in picture.keys] == [
        *("Still holds", "Has become worse", "Too few rows to say", "The range that was promised"),
    ]
    assert picture.rows[0] == ("month 1", "2026-01-15", "80", "78", "82", "88", "Still holds")
    assert picture.dots[0].title == "month 1, 2026-01-15: 80 (78 to 82). Still holds"
    assert outside(picture) == []


def test_a_day_stands_once_however_many_files_it_brought() -> None:
    shown = [replace(file, day="2026-05-01") for file in files("fits", "fits", "fits")]

    picture = held(shown, two_kinds())

    assert picture is not None
    assert [tick.label for tick in picture.across] == ["2026-05-01"]


def test_a_number_is_drawn_in_its_own_measure() -> None:
    promised = a_number().score
    now = score(42_000.0, 40_000.0, 45_000.0, 400, promised.metric)
    truth = Truth(score=now, promised=promised, holds="worse", known=400)
    shown = [HeldFile(name=str(place), day="2026-05-01", truth=truth) for place in range(2)]

    picture = held(shown, a_number())

    assert picture is not None
    assert picture.up_name == "Off by on average"
    assert picture.rows[0][2:6] == ("42,000", "40,000", "45,000", "31,200")


def test_of_very_many_files_the_newest_are_drawn() -> None:
    shown = files(*["fits"] * (MOST_FILES + 5))  # type: ignore[arg-type]  # of words that are known

    picture = held(shown, two_kinds())

    assert picture is not None
    assert len(picture.dots) == len(picture.rows) == MOST_FILES
    assert picture.rows[-1][0] == f"month {MOST_FILES + 5}"
    assert picture.notes == (f"The newest {MOST_FILES} of {MOST_FILES + 5} files.",)


def test_one_file_makes_no_picture() -> None:
    assert held(files("fits"), two_kinds()) is None
