"""A column in another unit is multiplied once somebody says so, and the file keeps its own numbers."""

from pathlib import Path

import pytest

from desktop_app.errors import UsageError
from desktop_app.records.checking import CheckedFile, CheckFileOrder
from desktop_app.records.lineage import JOINED_FILE, Joined, JoinOrder
from desktop_app.records.matching import Scaling
from desktop_app.records.orders import PredictedFile, PredictFileOrder, Prepared, PrepareOrder
from desktop_app.reports.notice_words import notice_text
from desktop_app.tables.stored.storage import read_table
from tests.unit.journeys.asking import cells, customers, do

THOUSANDTH = Scaling(column="age", factor=0.001)


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """The file that the model learned from, with ages a thousand times larger."""
    return customers(tmp_path / "large.csv", age=lambda _row, cell: f"{int(cell) * 1000}")


def prepared(model: Path, path: Path, *scalings: Scaling, known: tuple[Scaling, ...] = ()) -> Prepared:
    order = PrepareOrder(
        path=str(path), name=path.name, model=str(model), scalings=scalings, known_scalings=known
    )
    return do("prepare", order, Prepared, path.parent / "table")


def answers(model: Path, path: Path, *multiply: str) -> list[list[str]]:
    out = path.with_suffix(".out.csv")
    order = PredictFileOrder(model=str(model), path=str(path), out=str(out), multiply=multiply)
    do("predict_file", order, PredictedFile, path.parent / f"{path.stem}-job")
    return cells(out)


def codes(found: Prepared) -> list[str]:
    return [notice.code for notice in found.preflight.notices]


def test_a_thousandth_is_offered_where_numbers_are_a_thousand_times_larger(model: Path, large: Path) -> None:
    found = prepared(model, large)

    assert "check.factor" in codes(found)
    assert found.preflight.offers == (THOUSANDTH,)


def test_once_it_is_done_the_file_fits_and_says_so(model: Path, large: Path) -> None:
    found = prepared(model, large, THOUSANDTH)

    assert (found.preflight.fit, found.preflight.scaled) == ("fits", (THOUSANDTH,))
    assert "is divided by 1000 before" in " ".join(map(notice_text, found.preflight.notices)).replace(",", "")
    assert read_table(large.parent / "table").column("age") == found.table.column("age")


def test_what_is_known_is_done_only_where_the_file_is_off_by_just_that(
    model: Path, large: Path, tmp_path: Path
) -> None:
    usual = customers(tmp_path / "usual.csv")

    assert prepared(model, large, known=(THOUSANDTH,)).preflight.scaled == (THOUSANDTH,)
    assert prepared(model, large, known=(Scaling(column="age", factor=0.1),)).preflight.scaled == ()
    assert prepared(model, usual, known=(THOUSANDTH,)).preflight.scaled == ()


def test_the_answers_are_those_of_the_right_unit_and_the_cells_stay(
    model: Path, large: Path, tmp_path: Path
) -> None:
    own = answers(model, customers(tmp_path / "own.csv"))

    found = answers(model, large, "age=1/1000")

    assert [row[4:] for row in found] == [row[4:] for row in own]
    assert [row[0] for row in found[1:]] == [f"{int(row[0]) * 1000}" for row in own[1:]]


def test_check_tells_the_option_and_takes_it(model: Path, large: Path, tmp_path: Path) -> None:
    def checked(*multiply: str) -> CheckedFile:
        order = CheckFileOrder(model=str(model), path=str(large), multiply=multiply)
        return do("check_file", order, CheckedFile, tmp_path / f"check{len(multiply)}")

    assert checked().preflight.offers[0].option == "--multiply age=1/1000"
    assert checked("age=0.001").preflight.fit == "fits"


@pytest.mark.parametrize("word", ["age", "age=0", "age=-1", "age=x", "=2", "plan=2", "Age=2", "age=1/0"])
def test_what_multiplies_nothing_is_wrong_use(model: Path, large: Path, word: str) -> None:
    with pytest.raises(UsageError):
        answers(model, large, word)


def test_learned_again_with_its_rows_they_have_the_unit_of_the_old_ones(
    model: Path, large: Path, tmp_path: Path
) -> None:
    prepared(model, large, THOUSANDTH)
    order = JoinOrder(
        training_id="t", model=str(model), name="m", first="", second=str(tmp_path / "table"), joined=False
    )

    table = do("join", order, Joined, tmp_path / "join").table

    assert (tmp_path / "join" / JOINED_FILE).is_file()
    age = table.column("age")
    assert age is not None
    assert age.maximum is not None
    assert (age.type, age.factor) == ("number", 1.0)
    assert age.maximum < 100
