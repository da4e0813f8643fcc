"""What is said of a list to act on."""

from desktop_app.records.picks import Acting
from desktop_app.reports.pick_words import amounts_lines, gain_lines, kinds_lines
from desktop_app.tables.stored.picked import Picked
from tests.unit.reports.made import a_number

LIST = Picked(rows=200, total=123.4, low=0.41, high=0.93, cautions=3, of=5000, mean=0.08)
NONE = Picked(rows=0, total=0.0, low=0.0, high=0.0, cautions=0, of=5000, mean=0.08)


def test_a_list_says_how_many_of_it_should_be_right_and_what_luck_would_give() -> None:
    assert kinds_lines(LIST, "yes") == (
        "The list holds 200 rows of 5,000.",
        'By their chances, 123 of them should be "yes". Of as many picked at random, 16 would be.',
        "3 rows on the list have a caution. Treat those answers as guesses.",
    )


def test_a_list_of_unlikely_rows_does_not_promise_any() -> None:
    few = LIST._replace(rows=1, total=0.2, cautions=0)

    assert kinds_lines(few, "yes")[1].startswith("By their chances, fewer than 1 of them should be")


def test_a_list_of_all_rows_is_compared_with_nothing() -> None:
    every = LIST._replace(rows=5000, total=400.0)

    assert kinds_lines(every, "yes")[1] == 'By their chances, 400 of them should be "yes".'


def test_an_empty_list_is_said() -> None:
    assert kinds_lines(NONE, "yes") == amounts_lines(NONE, a_number()) == ("No row is on this list.",)


def test_a_list_of_amounts_says_where_they_lie() -> None:
    amounts = Picked(rows=20, total=0.0, low=1200.4, high=2750.6, cautions=0, of=90, mean=0.0)

    assert amounts_lines(amounts, a_number()) == (
        "The list holds 20 rows of 90.",
        "Their answers lie between 1200 and 2750.",
    )


def test_acting_pays_from_the_chance_that_earns_its_cost() -> None:
    assert gain_lines(LIST, Acting(benefit=50, cost=10)) == (
        "Acting pays where the chance is at least 20 of 100.",
        "Acting on all of them should gain about 4,170.",
    )
    assert gain_lines(NONE, Acting(benefit=5, cost=10)) == (
        "Acting costs more than it can bring, so it pays for no row.",
    )
