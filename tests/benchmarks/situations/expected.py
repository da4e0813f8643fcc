"""The situations, and of each what has to be said and how the commands have to end.

Of codes with a bar between them one is enough; a star stands for any ending.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tests.benchmarks.situations import changes, layouts
from tests.benchmarks.situations.changes import Make, in_some, of, of_numbers, replaced

FINE = (0, 5)  # a clean row may have a caution by chance
CARE = (5,)
UNFIT = (4,)
_RENAMED = "cli.columns_renamed"
_CHANGED = "check.beyond|check.shifted*"


def _all(new: int) -> int:
    return new


def _none(_new: int) -> int:
    return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """A way in which a new file may come."""

    name: str
    make: Make
    check: tuple[str, ...] = ()  # what `check` has to say
    predict: tuple[str, ...] = ()  # what `predict` has to say
    ends: tuple[int, ...] = FINE  # exit codes of both
    rows: Callable[[int], int] = _all  # that are answered, of so many new ones


def _care(name: str, make: Make, *said: str) -> Situation:
    return Situation(name=name, make=make, check=said, predict=said, ends=CARE)


def _unfit(name: str, make: Make, check: tuple[str, ...], predict: str) -> Situation:
    return Situation(name=name, make=make, check=check, predict=(predict,), ends=UNFIT, rows=_none)


SITUATIONS = (
    Situation(name="clean", make=of(lambda one: one.rows)),
    Situation(name="columns in another order", make=of(lambda one: one.rows[list(one.rows)[::-1]])),
    _unfit("one column renamed", of(changes.renamed), ("check.missing*", "check.renamed"), _RENAMED),
    _unfit(
        "all columns in capitals",
        of(lambda one: one.rows.rename(columns=str.upper)),
        ("check.missing*|check.wrong_file", "check.renamed"),
        _RENAMED,
    ),
    _unfit(
        "a column missing",
        of(lambda one: changes.without(one, 1)),
        ("check.missing*",),
        "cli.missing_columns",
    ),
    _unfit(
        "three columns missing",
        of(lambda one: changes.without(one, 3)),
        ("check.missing_many",),
        "cli.missing_columns",
    ),
    _unfit("another table", of(lambda one: one.other), ("check.wrong_file",), "check.wrong_file"),
    Situation(name="more columns", make=of(changes.more_columns), check=("check.extra",)),
    Situation(
        name="answers there, as good",
        make=of(lambda one: one.fresh),
        check=("check.target_there",),
        predict=("truth.fits|truth.few",),
    ),
    Situation(
        name="answers there, worse",
        make=of(changes.worse),
        check=("check.target_there",),
        predict=("truth.worse",),
    ),
    Situation(
        name="answers there, few rows",
        make=of(lambda one: one.fresh.head(changes.FEW)),
        check=("check.target_there",),
        predict=("truth.few",),
        rows=lambda _new: changes.FEW,
    ),
    _care(
        "new words",
        of(lambda one: replaced(one.rows, one.word, in_some(0.1, lambda _cell: "never seen"))),
        "check.unseen",
    ),
    _care("numbers x 10", of_numbers(lambda numbers: numbers * 10), _CHANGED),
    _care("numbers x 100", of_numbers(lambda numbers: numbers * 100), _CHANGED),
    _care("numbers x 1000", of_numbers(lambda numbers: numbers * 1000), _CHANGED),
    _care("one number in twenty x 1000", of(changes.some_thousandfold), "check.beyond"),
    _care("another unit", of_numbers(lambda numbers: numbers / 2.54, " in"), f"check.unit|{_CHANGED}"),
    _care("numbers moved", of_numbers(lambda numbers: numbers + numbers.std()), _CHANGED),
    Situation(name="decimal comma", make=layouts.decimal_comma),
    Situation(name="another order of days", make=of(changes.other_order_of_days)),
    Situation(name="letters of Windows", make=layouts.other_letters),
    Situation(name="semicolons", make=layouts.semicolons),
    Situation(name="title above", make=layouts.title_above),
    Situation(name="total below", make=layouts.total_below, check=("import.*",), predict=("import.*",)),
    _care(
        "empty cells",
        of(lambda one: replaced(one.rows, one.number, in_some(0.3, lambda _cell: ""))),
        "check.empty",
    ),
    _care("cells one column to the right", of(changes.moved_right), "check.unseen|check.not_read|import.*"),
    Situation(
        name="each row twice",
        make=of(changes.twice),
        check=("check.repeated",),
        rows=lambda new: 2 * new,
    ),
    Situation(name="rows it learned from", make=of(changes.known_rows)),
    Situation(name="one row", make=of(lambda one: one.rows.head(1)), rows=lambda _new: 1),
    Situation(
        name="no rows",
        make=of(lambda one: one.rows.head(0)),
        check=("refuse.*",),
        predict=("refuse.*",),
        ends=(3,),
        rows=_none,
    ),
    Situation(name="workbook", make=layouts.workbook),
    Situation(name="workbook with two sheets", make=layouts.two_sheets),
    Situation(name="columns with types (Parquet)", make=layouts.parquet),
    Situation(name="a name with <script>", make=layouts.script_in_name),
    _care("cells with <script>", of(changes.of_a_stranger), "check.unseen"),
    Situation(name="columns named like ours", make=of(changes.named_like_ours)),
    _care(
        "text among numbers",
        of(lambda one: replaced(one.rows, one.number, in_some(0.05, lambda cell: f"about {cell}"))),
        "check.not_read",
    ),
    _care("several at once", of(changes.several), "check.unseen", "check.empty"),
)
