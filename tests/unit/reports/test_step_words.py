"""Two readings of a file are compared, and what one step changed is told in a sentence and in a few words."""

from dataclasses import replace

import pytest

from desktop_app.records.tables import Column, Recipe, RowRule, Table, Wishes
from desktop_app.reports.step_words import rule_words, step_between

WEST = RowRule(kind="value", column="region", value="West")
BEFORE = Wishes(
    columns_out=("code",),
    names={"region": "place"},
    readings={"day": "date-dmy", "size": "number"},
    rows_out=(WEST,),
)


def column(name: str, type_: str, heading: str = "") -> Column:
    return Column(name=name, type=type_, position=0, missing=0, distinct=1, heading=heading)  # type: ignore[arg-type]


def read_so(wishes: Wishes) -> Table:
    """A table as it was read, three rows being left out by each rule."""
    columns = (column("place", "category", "region"), column("day", "date"), column("size", "number"))
    return Table(
        name="a.csv",
        rows=9,
        columns=columns,
        recipe=Recipe(format="csv", wishes=wishes),
        rows_out=(3,) * len(wishes.rows_out),
    )


@pytest.mark.parametrize(
    ("change", "sentence", "label"),
    [
        ({"columns_out": ("code", "day")}, '"day" is left out.', '"day" left out'),
        ({"columns_out": ("code", "day", "size")}, "2 columns are left out.", "2 columns left out"),
        ({"columns_out": ("code", "region")}, '"place" is left out.', '"place" left out'),
        ({"columns_out": ()}, '"code" is back.', '"code" brought back'),
        ({"names": {"region": "land"}}, '"place" is called "land" now.', '"land" renamed'),
        (
            {"names": {"region": "place", "id": "date"}},
            '"id" is called "date" now.',
            '"date" renamed',
        ),
        ({"names": {}}, '"place" is called "region" now.', '"region" renamed'),
        ({"names": {"day": "a", "size": "b"}}, "3 columns have other names now.", "3 columns renamed"),
        (
            {"readings": {"day": "date-mdy", "size": "number"}},
            '"day" is read so now: Date, month first (12/31/2026).',
            'type of "day"',
        ),
        (
            {"readings": {"day": "text", "size": "text", "region": "text"}},
            "3 columns are read so now: Text, as it stands.",
            "types of 3 columns",
        ),
        (
            {"readings": {"day": "text", "size": "id"}},
            "2 columns are read in another way.",
            "types of 2 columns",
        ),
        ({"readings": {"day": "date-dmy"}}, 'How "size" is read was found out again.', 'type of "size"'),
        (
            {"readings": {"day": "date-dmy", "size": "number missing:999"}},
            '"999" in "size" means "not known" now.',
            '"999" not known',
        ),
        (
            {"rows_out": (WEST, RowRule(kind="empty", column="size"))},
            '3 rows are left out: "size" is empty.',
            'rows left out: "size" is empty',
        ),
        (
            {"rows_out": (WEST, RowRule(kind="range", column="size", start=2000.0, end=2010.5, keep=True))},
            'Only rows are kept where "size" is from 2000 to below 2010.5; 3 rows are left out.',
            'only rows kept where "size" is from 2000 to below 2010.5',
        ),
        (
            {"rows_out": ()},
            'Rows that were left out are back: "place" is "West".',
            'rows brought back: "place" is "West"',
        ),
        ({"encoding": "cp850", "header": 3}, "The file was read again.", "how the file is read"),
        ({"sheet": "Notes", "columns_out": ()}, "Another sheet is read.", "another sheet"),
        ({"columns_out": (), "names": {}}, "Several things were changed at once.", "several changes"),
        ({}, "The file was read again.", "how the file is read"),
    ],
)
def test_one_step_is_told_in_one_sentence(change: dict[str, object], sentence: str, label: str) -> None:
    after = replace(BEFORE, **change)  # type: ignore[arg-type]

    step = step_between(BEFORE, after, read_so(after))

    assert (step.sentence, step.label) == (sentence, label)


def test_how_many_rows_went_is_told_of_the_table_that_knows_it_alone() -> None:
    step = step_between(Wishes(), BEFORE, read_so(Wishes()))

    assert step.label == "several changes"
    only_rows = Wishes(rows_out=(WEST,))
    assert (
        step_between(Wishes(), only_rows, read_so(Wishes())).sentence
        == 'Rows are left out: "place" is "West".'
    )


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (RowRule(kind="range", column="day", start=1_704_067_200.0), '"day" is 2024-01-01 or more'),
        (RowRule(kind="range", column="day", end=1_704_110_400.0), '"day" is below 2024-01-01 12:00'),
        (RowRule(kind="range", column="day", start=-1e300), '"day" is 1000-01-01 or more'),
        (RowRule(kind="value", column="region"), '"place" holds an empty text'),
        (RowRule(kind="value", column="gone", value="x\ny"), '"gone" is "x y"'),
        (RowRule(kind="repeated"), "a row repeats an earlier one"),
        (RowRule(kind="repeated", column="size"), '"size" is as in an earlier row'),
    ],
)
def test_a_rule_says_which_rows_it_is_about(rule: RowRule, words: str) -> None:
    assert rule_words(rule, read_so(BEFORE)) == words
