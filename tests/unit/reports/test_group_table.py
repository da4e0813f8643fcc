"""All figures of groups as a table."""

from desktop_app.reports.group_table import Cell, group_table
from desktop_app.reports.group_words import GroupWords
from tests.unit.reports.made import two_kinds
from tests.unit.reports.made_groups import GROUPS, numbers, off_by_ten


def test_every_group_has_a_line_with_a_figure_for_each_measure() -> None:
    made = group_table(GroupWords(compared=GROUPS, evaluation=two_kinds()))

    assert made.heads == ('Says "yes"', "Finds", "False alarms", "Right")
    assert [(line.name, line.rows, len(line.cells)) for line in made.lines] == [
        ("West", "240", 4),
        ("East", "240", 4),
        ("Süd", "12", 0),
    ]
    assert made.lines[0].cells[1] == Cell(figure="82", range="74 to 90")
    assert made.legend.startswith("All numbers are out of 100.")


def test_a_number_has_how_far_it_is_off_and_on_which_side() -> None:
    made = group_table(GroupWords(compared=numbers(), evaluation=off_by_ten()))

    assert made.heads == ("Off by", "Too high or too low")
    assert made.lines[1].name == "31 to 64.5"
    assert made.lines[1].cells[0].figure == "8.0"
    assert made.legend.startswith("On average")
