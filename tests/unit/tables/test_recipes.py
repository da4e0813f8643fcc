from desktop_app.records.tables import Recipe, RowRule, Wishes
from desktop_app.tables.recipes import READINGS, combined, decided_of, only, settled, whole, wishes_of

RULE, OTHER = RowRule(kind="repeated"), RowRule(kind="empty", column="a")

RECIPE = Recipe(
    format="csv",
    encoding="cp1252",
    delimiter=";",
    header=3,
    types={"day": "date", "price": "number", "zip": "text", "left": "yes/no"},
    readings={"day": "date-dmy", "price": "number-comma"},
)


def test_a_recipe_brings_how_each_column_was_read_and_finds_out_the_rest_anew() -> None:
    assert wishes_of(RECIPE) == Wishes(
        readings={"day": "date-dmy", "price": "number-comma", "zip": "text", "left": "yes/no"}
    )


def test_a_recipe_brings_what_a_person_had_decided() -> None:
    decided = Recipe(format="csv", types={"a": "text"}, wishes=Wishes(header=3, encoding="cp1250"))

    assert wishes_of(decided) == Wishes(header=3, encoding="cp1250", readings={"a": "text"})


def test_what_came_of_a_wish_is_more_exact_than_the_wish() -> None:
    wished = Wishes(readings={"price": "number", "day": "date-mdy"})
    recipe = Recipe(
        format="csv",
        types={"price": "number", "day": "date"},
        readings={"price": "number-comma"},
        wishes=wished,
    )

    assert wishes_of(recipe).readings == {"price": "number-comma", "day": "date-mdy"}


def test_a_recipe_of_a_recipe_is_the_same() -> None:
    once = wishes_of(RECIPE)

    assert wishes_of(Recipe(format="csv", types={}, wishes=once)) == once


def test_the_later_wish_goes_before_the_earlier_one_and_leaves_the_others() -> None:
    first = Wishes(sheet="2023", header=2, readings={"a": "text", "b": "number"})
    later = Wishes(sheet="2024", readings={"b": "text"})

    assert combined(first, later) == Wishes(sheet="2024", header=2, readings={"a": "text", "b": "text"})
    assert combined(first, Wishes(header=0)).header == 0


def test_only_what_differs_from_nothing_is_decided() -> None:
    assert decided_of(Wishes(readings={"a": "text"})) == ()
    assert decided_of(Wishes(header=0, keep_all=True)) == ("header", "keep_all")


def test_readings_can_be_limited_to_columns() -> None:
    assert only(Wishes(sheet="x", readings={"a": "text", "b": "text"}), {"b"}) == Wishes(
        sheet="x", readings={"b": "text"}
    )


def test_every_reading_that_a_recipe_can_hold_can_be_asked_for() -> None:
    assert set(wishes_of(RECIPE).readings.values()) <= set(READINGS)


def test_steps_of_both_are_taken_and_none_of_them_is_about_the_file_as_a_whole() -> None:
    first = Wishes(names={"a": "x", "b": "y"}, columns_out=("a", "b"), rows_out=(RULE,))
    later = Wishes(names={"b": "z"}, columns_out=("b", "c"), rows_out=(OTHER, RULE))

    both = combined(first, later)

    assert both == Wishes(names={"a": "x", "b": "z"}, columns_out=("a", "b", "c"), rows_out=(RULE, OTHER))
    assert decided_of(both) == ()


def test_what_leaves_something_out_can_be_taken_back_and_names_limited_to_columns() -> None:
    wishes = Wishes(header=2, names={"a": "x", "b": "y"}, columns_out=("a",), rows_out=(RULE,))

    assert whole(wishes) == Wishes(header=2, names={"a": "x", "b": "y"})
    assert only(wishes, {"b"}).names == {"b": "y"}


def test_wishes_are_kept_in_one_form() -> None:
    endless = RowRule(kind="range", column="a", start=float("-inf"), end=1.0)
    wishes = Wishes(names={"a": " x\n", "b": "b", "c": ""}, columns_out=("a", "a"), rows_out=(endless,))

    assert settled(wishes, "t.csv") == Wishes(
        names={"a": "x"}, columns_out=("a",), rows_out=(RowRule(kind="range", column="a", end=1.0),)
    )
