"""The profile of the rows that stay is that of a file which holds no others."""

from dataclasses import replace

import pytest

from desktop_app.records.tables import Column, Wishes
from tests.unit.tables.opening import Opener
from tests.unit.tables.steps.stepper import out

KINDS = {
    "plain": "{m}",
    "decimals": "{n}.25",
    "comma": '"{n},5"',
    "weight": "{n} kg",
    "share": "{n} %",
    "price": '"€ {n},50"',
    "day": "2024-01-{d:02}",
    "german": "{d:02}.03.2024",
    "moment": "2024-01-{d:02} 10:{d:02}",
    "answer": "{yes}",
    "kind": "kind {k}",
    "text": "text number {n} of many words",
    "gaps": "{gap}",
    "dashes": "{dash}",
}


def line(n: int, kind: str) -> str:
    cell = KINDS[kind].format(
        n=n,
        m=n * 7 % 90,
        d=1 + n % 28,
        k=n % 5,
        yes=("yes", "no")[n % 2],
        gap="" if n % 3 else n,
        dash="-" if n % 4 == 0 else n,
    )
    return f"{n},{'out' if n % 5 == 4 else 'in'},{cell}"


def profile(column: Column) -> Column:
    """Return a column without what is said of it."""
    return replace(column, notes=())


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_known_of_a_column_is_known_of_the_rows_that_stay(open_file: Opener, kind: str) -> None:
    lines = [line(n, kind) for n in range(150)]
    head = "n,which,x"
    rest = [one for one in lines if ",in," in one]

    left = open_file("\n".join([head, *lines]), wishes=Wishes(rows_out=(out("value", "which", value="out"),)))
    alone = open_file("\n".join([head, *rest]))

    assert left.table.rows == alone.table.rows == 120
    assert profile(left.column("x")) == profile(alone.column("x"))
    assert left.rows == alone.rows
