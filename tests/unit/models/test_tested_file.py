"""The rows that tested a model, written and read back."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop_app.engine.arrays import Ints
from desktop_app.errors import DataError
from desktop_app.models.tested_file import numbering_of, read_tested, write_tested
from desktop_app.records.tables import Column, Recipe, RowRule, Table, Wishes
from tests.unit.engine.made_unseen import made_unseen

COLUMN = Column(name="age", type="number", position=0, missing=0, distinct=3)
TABLE = Table(name="a.csv", rows=9, columns=(COLUMN,), recipe=Recipe(format="csv"), sha256="aa")
KINDS = made_unseen(
    np.array([0, 1, 1, 0]), [0.2, 0.7, 0.9, 0.4], rows=[3, 1, 3, 1], clusters=[1, 0, 1, 0], repeats=2
)


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    write_tested(tmp_path / "tested", KINDS, TABLE)

    found = read_tested(tmp_path / "tested", 2, tmp_path)

    for part in ("rows", "values", "answers", "guesses", "clusters"):
        np.testing.assert_array_equal(getattr(found.unseen, part), getattr(KINDS, part))
    assert (found.unseen.classes, found.unseen.repeats, found.unseen.tested) == (2, 2, 2)
    assert found.numbering == numbering_of(TABLE)


def test_amounts_are_kept_to_the_last_digit(tmp_path: Path) -> None:
    numbers = made_unseen(np.array([0.1, 1e30]), [1 / 3, -1e-300])
    write_tested(tmp_path / "tested", numbers, TABLE)

    found = read_tested(tmp_path / "tested", 0, tmp_path).unseen

    np.testing.assert_array_equal(found.values, numbers.values)
    np.testing.assert_array_equal(found.answers, numbers.answers)


def test_where_some_rows_were_read_the_numbers_are_those_of_the_table(tmp_path: Path) -> None:
    numbers: Ints = np.array([0, 5, 7, 8])

    write_tested(tmp_path / "tested", KINDS, TABLE, numbers)

    assert read_tested(tmp_path / "tested", 2, tmp_path).unseen.rows.tolist() == [8, 5, 8, 5]


@pytest.mark.parametrize("content", [None, b"", b"PAR1 no Parquet PAR1"])
def test_what_holds_no_such_rows_is_said_to_lack_them(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "tested").write_bytes(content)

    with pytest.raises(DataError) as caught:
        read_tested(tmp_path / "tested", 2, tmp_path)

    assert caught.value.code == "tested.none"


def test_rows_of_a_model_of_other_kinds_are_not_taken_for_its_own(tmp_path: Path) -> None:
    write_tested(tmp_path / "tested", KINDS, TABLE)
    write_tested(tmp_path / "beyond", replace(KINDS, values=KINDS.values + 1), TABLE)

    for name, classes in (("tested", 3), ("tested", 0), ("beyond", 2)):
        with pytest.raises(DataError):
            read_tested(tmp_path / name, classes, tmp_path)


def test_rows_are_counted_alike_until_some_are_left_out_or_others_are_read() -> None:
    def wishing(**wishes: Any) -> Table:
        return replace(TABLE, recipe=replace(TABLE.recipe, wishes=Wishes(**wishes)))

    alike = [wishing(names={"age": "years"}), wishing(columns_out=("city",)), replace(TABLE, name="b.csv")]
    rule = RowRule(kind="value", column="age", value="7")
    others = [
        replace(TABLE, rows=8),
        replace(TABLE, sha256="bb"),
        wishing(rows_out=(rule,)),
        wishing(rows_out=(rule,), readings={"age": "text"}),
        replace(TABLE, recipe=replace(TABLE.recipe, header=2)),
    ]

    assert {numbering_of(table) for table in alike} == {numbering_of(TABLE)}
    assert len({numbering_of(table) for table in (TABLE, *others)}) == 1 + len(others)
