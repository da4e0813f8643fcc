"""A step on stored rows gives exactly what reading the file once more would give."""

import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.errors import FileError
from desktop_app.records.tables import RowRule, Table, Wishes
from desktop_app.tables.stored.storage import RECORD, TEXTS, read_table
from desktop_app.tables.stored.storage import VALUES as STORED_VALUES
from tests.unit.tables.steps.stepper import Stepper, cells, out

LINES = (
    "id,,city,day,price,code,spare,note",  # the second column is none: it has no name and no cell
    *(
        f"{n},,{('Oslo', 'Rome', '', 'n/a')[n % 4]},0{1 + n % 9}/0{1 + n % 7}/2024,"
        f"{'soon' if n == 50 else n % 8},{999 if n % 20 == 0 else n % 19},,note {n % 3}"
        for n in range(120)
    ),
    *("7,,Oslo,01/01/2024,3,4,,note 1" for _ in range(4)),
)
# The same with days that tell their order, which are read in half the time.
SURE = [re.sub("([0-9]+)/([0-9]+)/2024", "2024-\\2-\\1", line) for line in LINES]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Stepper:
    """A file that no test changes."""
    return stepper_in(tmp_path_factory.mktemp("steps"))


@pytest.fixture(scope="module")
def sure(tmp_path_factory: pytest.TempPathFactory) -> Stepper:
    """The same with days that tell their order."""
    return stepper_in(tmp_path_factory.mktemp("sure steps"), SURE)


@pytest.fixture
def stepper(tmp_path: Path) -> Stepper:
    return stepper_in(tmp_path)


def stepper_in(folder: Path, lines: Sequence[str] = LINES) -> Stepper:
    path = folder / "t.csv"
    path.write_text("\n".join(lines))
    return Stepper(path)


def outcome(take: Callable[[], tuple[Table, Path] | None]) -> tuple[Table, Path] | str:
    """Return the table and its folder, or why there is none."""
    try:
        return take() or "not taken"
    except FileError as error:
        return error.code


def same(stepper: Stepper, before: Wishes, after: Wishes) -> None:
    """Take a step both ways, and compare all that comes of it."""
    _, earlier = stepper.fully(before)
    table, folder = stepper.fully(after)
    short = stepper.shortly(earlier, after)

    assert short is not None
    assert short[0] == table
    assert read_table(short[1]) == read_table(folder) == table
    everything = replace(table, columns=(*table.columns, *table.columns_out))
    assert cells(everything, short[1]) == cells(everything, folder)


RULES = (
    out("value", "city", value="Oslo"),
    out("value", "code", value="999"),
    out("range", "price", start=2.0, end=4.0),
    out("empty", "city"),
    out("repeated"),
    out("repeated", "id"),
    out("value", "note", value="note 1", keep=True),
    out("value", "gone", value="x"),
    out("range", "city", start=1.0),
)
ONE_OF_EACH_KIND = (RULES[0], RULES[2], RULES[3], RULES[4], RULES[8])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Wishes(), Wishes(names={"id": "number", "city": "town"})),
        (Wishes(names={"id": "x"}), Wishes()),
        (Wishes(names={"id": "city"}), Wishes(names={"id": "city", "city": "id"})),
        (Wishes(), Wishes(columns_out=("day", "spare"))),
        (Wishes(columns_out=("day", "code")), Wishes(columns_out=("code",))),
        (Wishes(columns_out=("code",)), Wishes(names={"code": "c"})),
        (Wishes(readings={"day": "date-mdy"}), Wishes(readings={"day": "date-mdy"}, names={"day": "d"})),
        *((Wishes(), Wishes(rows_out=(rule,))) for rule in ONE_OF_EACH_KIND),
        (Wishes(rows_out=RULES[:2]), Wishes(rows_out=RULES[:2], columns_out=("id",), names={"day": "d"})),
    ],
)
def test_stored_rows_tell_what_the_file_would(shared: Stepper, before: Wishes, after: Wishes) -> None:
    same(shared, before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        *((Wishes(), Wishes(rows_out=(rule,))) for rule in RULES if rule not in ONE_OF_EACH_KIND),
        *((Wishes(rows_out=(one,)), Wishes(rows_out=(one, other))) for one, other in pairwise(RULES)),
    ],
)
def test_stored_rows_tell_it_of_any_rules(sure: Stepper, before: Wishes, after: Wishes) -> None:
    same(sure, before, after)


HEADINGS = ("id", "city", "day", "price", "code", "spare", "note", "gone")
NAMES = st.sampled_from(("id", "city", "town", "day", "price (2)", " ", "<b>", "x" * 300))
COLUMNS = st.lists(st.sampled_from(HEADINGS), max_size=4, unique=True).map(tuple)
VALUES = st.sampled_from(("Oslo", "", "n/a", "999", "3", "note 1", "none of them"))
BOUNDS = st.none() | st.floats(-2, 1_010, allow_nan=False) | st.just(1_704_067_200.0)
ANY_RULE = st.builds(
    RowRule,
    kind=st.sampled_from(("value", "range", "empty", "repeated")),
    column=st.sampled_from((*HEADINGS, "")),
    value=VALUES,
    start=BOUNDS,
    end=BOUNDS,
)
STEPS = st.builds(Wishes, names=st.dictionaries(st.sampled_from(HEADINGS), NAMES), columns_out=COLUMNS)


@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(before=STEPS, after=STEPS, rules=st.lists(ANY_RULE, max_size=3), more=st.lists(ANY_RULE, max_size=2))
def test_any_steps_on_stored_rows_give_what_the_file_would(
    tmp_path_factory: pytest.TempPathFactory,
    before: Wishes,
    after: Wishes,
    rules: list[RowRule],
    more: list[RowRule],
) -> None:
    stepper = stepper_in(tmp_path_factory.mktemp("steps"), SURE)
    last = out("range", "city", start=0.0)  # is applied to nothing
    earlier = replace(before, rows_out=(*rules, last))
    later = replace(after, rows_out=(*rules, last, *more))

    first = outcome(lambda: stepper.fully(earlier))
    if isinstance(first, str):
        return
    long, short = outcome(lambda: stepper.fully(later)), outcome(lambda: stepper.shortly(first[1], later))

    assert isinstance(long, str) == isinstance(short, str)
    if isinstance(long, str) or isinstance(short, str):
        assert short == long
    else:
        assert short[0] == long[0]
        everything = replace(long[0], columns=(*long[0].columns, *long[0].columns_out))
        assert cells(everything, short[1]) == cells(everything, long[1])


def test_a_name_for_a_table_costs_no_second_copy_of_its_rows(shared: Stepper) -> None:
    _, earlier = shared.fully(Wishes())

    short = shared.shortly(earlier, Wishes(names={"id": "number"}))

    assert short is not None
    for file in (TEXTS, STORED_VALUES):
        assert (short[1] / file).stat().st_ino == (earlier / file).stat().st_ino


@pytest.mark.parametrize(
    "after",
    [
        Wishes(readings={"price": "text"}),
        Wishes(header=2),
        Wishes(rows_out=RULES[:1]),
        Wishes(rows_out=(RULES[1], RULES[0])),
    ],
)
def test_what_needs_the_file_is_left_to_reading_it(shared: Stepper, after: Wishes) -> None:
    _, earlier = shared.fully(Wishes(rows_out=RULES[:2]))

    assert shared.shortly(earlier, after) is None


def test_a_file_that_has_changed_is_left_to_reading_it(stepper: Stepper) -> None:
    _, earlier = stepper.fully(Wishes())
    text = stepper.path.read_text()

    stepper.path.write_text(text.replace("soon", "late"))

    assert stepper.shortly(earlier, Wishes(names={"id": "x"})) is None


@pytest.mark.parametrize("record", ["", "{}", '{"found": 1}', '{"found": {"version": "0"}}', "[]"])
def test_rows_of_which_nothing_is_known_are_left_to_reading_the_file(
    shared: Stepper, record: str, tmp_path: Path
) -> None:
    earlier = shutil.copytree(shared.fully(Wishes())[1], tmp_path / "earlier")
    assert shared.shortly(earlier, Wishes(names={"id": "x"}))

    (earlier / RECORD).write_text(record)

    assert shared.shortly(earlier, Wishes(names={"id": "x"})) is None
    assert shared.shortly(earlier / "gone", Wishes(names={"id": "x"})) is None
