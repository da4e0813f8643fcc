"""The picture of what was said and what happened."""

import pytest

from desktop_app.records.results import Evaluation
from desktop_app.reports.pictures.calibration import calibration, range_of
from desktop_app.reports.pictures.picture import Picture
from tests.unit.reports.insight_parts import FITS
from tests.unit.reports.insight_parts import calibration as known
from tests.unit.reports.made import a_number, many_kinds, two_kinds
from tests.unit.reports.pictures.fields import outside


def drawn(evaluation: Evaluation) -> Picture:
    picture = calibration(evaluation)
    assert picture is not None
    return picture


def test_each_group_of_rows_is_a_point_with_its_numbers() -> None:
    picture = drawn(two_kinds(calibration=FITS))

    assert picture.rows == (("10", "11", "400"), ("40", "38", "300"), ("80", "82", "300"))
    assert picture.dots[0].title == "Said 10 of 100, happened 11 of 100, 400 rows"
    assert len(picture.boxes) == len(picture.dots) == 3
    assert picture.title.endswith("That fits.")
    assert 'It said "yes"' in picture.across_name


def test_what_fits_lies_on_the_broken_line() -> None:
    picture = drawn(two_kinds(calibration=known((0.0, 0.0, 100), (0.5, 0.5, 100), (1.0, 1.0, 100))))

    perfect, line = picture.curves
    assert perfect.is_broken
    assert (line.points[0], line.points[-1]) == (perfect.points[0], perfect.points[-1])
    assert outside(picture) == []


def test_the_pale_band_holds_every_point_and_is_wider_for_fewer_rows() -> None:
    few, many = range_of(0.7, 20), range_of(0.7, 2_000)

    assert few[0] < many[0] < 0.7 < many[1] < few[1]
    assert range_of(0.0, 30)[0] == 0
    assert range_of(0.0, 30)[1] == pytest.approx(0.1135, abs=0.001)
    assert len(drawn(two_kinds(calibration=FITS)).areas) == 1
    assert drawn(two_kinds(calibration=known((0.6, 0.6, 60)))).areas == ()


def test_of_many_kinds_it_is_how_sure_it_was_of_its_answer() -> None:
    picture = drawn(many_kinds(calibration=known((0.9, 0.8, 50), value="")))

    assert picture.across_name == "How sure it was of its answer, of 100"
    assert picture.header == ("It said, of 100", "Right, of 100", "Rows")


def test_without_percentages_there_is_no_picture() -> None:
    assert calibration(two_kinds()) is None
    assert calibration(a_number()) is None
