"""Long texts are written in groups of rows that fit into memory, and counted by their beginning."""

from pathlib import Path

import duckdb
import numpy as np
import pytest

from desktop_app.models import answer_file
from desktop_app.models.answer_file import AnswerFile
from desktop_app.records.tables import LONGEST_VALUE
from desktop_app.tables.duck import connect
from desktop_app.tables.row_groups import DENSE, Form, check_plan, write_groups
from tests.unit.tables.opening import Opener

MEMORY = 64 * 1024**2  # bytes
WHOLE = Form(DENSE, 61_440)
LONG = "SELECT range AS row, repeat(md5(range::VARCHAR), ?) AS words FROM range(20000)"


def groups(file: Path) -> list[int]:
    """Return how many rows each group has."""
    query = "SELECT DISTINCT row_group_id, row_group_num_rows FROM parquet_metadata(?) ORDER BY 1"
    with duckdb.connect() as duck:
        return [rows for _, rows in duck.execute(query, [str(file)]).fetchall()]


def test_short_texts_are_one_group(tmp_path: Path) -> None:
    with connect(folder=tmp_path, memory=MEMORY) as duck:
        write_groups(duck, LONG, [1], tmp_path / "all.parquet", WHOLE)

    assert groups(tmp_path / "all.parquet") == [20_000]


def test_groups_of_long_texts_are_smaller_and_all_rows_are_there_in_their_order(tmp_path: Path) -> None:
    goal = tmp_path / "all.parquet"
    with connect(folder=tmp_path, memory=MEMORY) as duck:
        write_groups(duck, LONG, [150], goal, WHOLE)  # 96 MB of texts

    with duckdb.connect() as duck:
        found = duck.execute("SELECT row, length(words) FROM read_parquet(?)", [str(goal)]).fetchnumpy()

    assert max(groups(goal)) < 10_000
    assert np.array_equal(found["row"], np.arange(20_000))
    assert set(found["length(words)"].tolist()) == {32 * 150}


def test_what_does_not_fit_in_the_smallest_group_is_told(tmp_path: Path) -> None:
    with connect(folder=tmp_path, memory=MEMORY) as duck, pytest.raises(duckdb.OutOfMemoryException):
        write_groups(duck, LONG, [4_000], tmp_path / "all.parquet", WHOLE)  # 256 MB in 2,048 rows


def test_answers_with_long_cautions_are_put_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answer_file, "_MEMORY", MEMORY)
    cautions = np.array([f"{row} " * 600 for row in range(20_000)], dtype=np.object_)
    with AnswerFile(tmp_path / "answers.parquet", ("DOUBLE", "VARCHAR"), "question") as file:
        for part in np.array_split(np.arange(20_000), 2):
            file.add([part.astype(np.float64), cautions[part]])
        file.finish()
        sums = file.sums(1)

    assert (sums.cautions, sums.low, sums.high) == (20_000, 0, 19_999)


def test_long_texts_that_begin_alike_are_told_apart_and_kept_by_their_beginning(opened: Opener) -> None:
    start = "ä" * (LONGEST_VALUE + 5)
    table = opened("\n".join(["number,words", *(f"{row},{start}{row % 3}" for row in range(60)), ""]))

    words = table.column("words")
    assert words.distinct == 3
    assert {bar.label for bar in words.top_values} == {start[:LONGEST_VALUE]}
    assert table.rows[4][1] == f"{start}1"


@pytest.mark.parametrize("padded", ["{}", "12.5{}", "{}12.5"])
def test_blanks_around_a_value_do_not_make_it_a_long_text(padded: str, opened: Opener) -> None:
    cells = [*(f"{row}.5" for row in range(60)), padded.format(" " * 2 * LONGEST_VALUE)]
    table = opened("\n".join(["name,amount", *(f"n{row},{cell}" for row, cell in enumerate(cells)), ""]))

    assert table.column("amount").type == "number"
    assert table.column("amount").missing == (not padded.strip("{}"))


@pytest.fixture
def opened(tmp_path: Path) -> Opener:
    return Opener(tmp_path)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT row FROM t UNION ALL SELECT row FROM t",
        "SELECT row FROM t WHERE row IN (SELECT row FROM t WHERE row > 5)",
        "SELECT t.row FROM t JOIN t AS u ON t.row = u.row + 1",
    ],
)
def test_rows_in_no_certain_order_are_not_written_unless_they_are_sorted(query: str, tmp_path: Path) -> None:
    with connect(folder=tmp_path) as duck:
        duck.execute("CREATE TEMP TABLE t AS SELECT range AS row FROM range(9)")

        with pytest.raises(ValueError, match="no certain order"):
            write_groups(duck, query, [], tmp_path / "all.parquet", WHOLE)
        write_groups(duck, f"FROM ({query}) ORDER BY row", [], tmp_path / "all.parquet", WHOLE)


def test_rows_beside_each_other_are_in_their_order(tmp_path: Path) -> None:
    with connect(folder=tmp_path) as duck:
        duck.execute("CREATE TEMP TABLE t AS SELECT range AS row FROM range(9)")

        check_plan(duck, "SELECT row FROM t POSITIONAL JOIN (SELECT 2 * row AS b FROM t) WHERE b > ?", [3])
