"""Rows that add up the others are none of the table, and what is named a total is looked at closely."""

import pytest

from tests.unit.tables.test_locating import BODY, NAMES, codes, located

TOTALS = {
    "a sum": "Total,,21,\n",
    "with its average": "Summe,,21,8.00\n",
    "two": "Gesamt,,21,8.00\nDurchschnitt,,7,2.67\n",
    "in the second column": ",Total general,21,\n",
    "without a label": ",,21,8.00\n",
}


@pytest.mark.parametrize("total", TOTALS.values(), ids=TOTALS.keys())
def test_totals_are_left_out_and_said(total: str) -> None:
    place = located(NAMES + BODY + total + "Source: us\n")

    count = len(total.splitlines())
    assert place.totals == tuple(range(4, 4 + count))
    assert place.left_below == 1
    assert sorted(codes(place)) == ["import.footer", "import.totals"]


def test_a_total_above_the_rows_is_left_out_where_its_sums_are_right() -> None:
    assert located(NAMES + "Total,,21,\n" + BODY).totals == (1,)
    assert located(NAMES + "Total,,22,\n" + BODY).totals == ()


def test_decimal_commas_are_summed_too() -> None:
    place = located('Ort,Preis\nA,"1.200,50"\nB,"2,25"\nSumme,"1.202,75"\n')

    assert place.totals == (3,)


def test_the_label_of_a_total_is_believed_where_not_all_rows_are_seen() -> None:
    place = located(NAMES + BODY * 60 + "Total,,99,\n", rows=1_000)

    assert place.totals == (999,)


OFF = {
    "next to nothing beside it": NAMES + BODY * 3 + "Total,,999,\n",
    "two": NAMES + BODY * 3 + "Subtotal,,998,\nTotal,,999,\n",
    "short": NAMES + BODY * 3 + "Total\n".replace("\n", ",,999\n"),
}


@pytest.mark.parametrize("text", OFF.values(), ids=OFF.keys())
def test_a_total_that_lacks_most_cells_is_left_out_with_a_caution_where_its_sum_is_wrong(text: str) -> None:
    place = located(text)

    assert place.totals[-1] == len(text.splitlines()) - 1
    assert codes(place) == ["import.totals", "import.totals_off"]
    assert place.notices[1].level == "caution"


FILLED = {
    "all cells": NAMES + BODY * 3 + "Total,D,999,3.40\n",
    "one cell of two": "firm,staff\nBP,70\nShell,90\nTotal,100\n",
    "a gap that others have": NAMES + BODY * 3 + "Mid,,4,2.00\nFar,,6,1.00\nTotal,,999,1.50\n",
}


@pytest.mark.parametrize("text", FILLED.values(), ids=FILLED.keys())
def test_a_row_called_total_that_holds_what_others_hold_stays(text: str) -> None:
    assert located(text).totals == ()
