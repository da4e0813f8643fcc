"""Two tables put together: no row stands in them twice, and each cell means what it meant."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from desktop_app.records.lineage import Overlap
from desktop_app.records.tables import Wishes
from desktop_app.tables.importing import import_file
from desktop_app.tables.stored.joining import Parts, Rows, join, overlap_of, parts_of


def stored(folder: Path, lines: Sequence[str], wishes: Wishes | None = None) -> Rows:
    folder.mkdir()
    file = folder / "file.csv"
    file.write_text("\n".join(lines), encoding="utf-8")
    table = import_file(file, folder, name="file.csv", report=lambda _: None, wishes=wishes or Wishes())
    return Rows(folder, table)


def put_together(parts: Parts, folder: Path, *, whole: bool = True) -> list[tuple[str | None, ...]]:
    import duckdb

    join(parts, folder / "joined.parquet", whole=whole)
    return duckdb.execute("SELECT * FROM read_parquet(?)", [str(folder / "joined.parquet")]).fetchall()


OLD = ("age,plan,left", "20,basic,yes", "30,gold,no", "30,gold,no", "40,basic,yes", "50,basic,")
NEW = ("plan,left,age", "gold,no,30", "basic,no,25", "gold,no,30", "gold,no,30", "basic,yes,40", "gold,,60")


@pytest.fixture
def parts(tmp_path: Path) -> Parts:
    before, new = stored(tmp_path / "old", OLD), stored(tmp_path / "new", NEW)
    return parts_of(before, new, "left")


def test_rows_of_both_come_once_and_in_order_the_old_ones_first(parts: Parts, tmp_path: Path) -> None:
    found = put_together(parts, tmp_path)

    old = [("20", "basic", "yes"), ("30", "gold", "no"), ("30", "gold", "no"), ("40", "basic", "yes")]
    assert found == [*old, ("25", "basic", "no"), ("30", "gold", "no")]


def test_of_the_new_table_alone_those_that_were_seen_come_first(parts: Parts, tmp_path: Path) -> None:
    found = put_together(parts, tmp_path, whole=False)

    seen = [("30", "gold", "no"), ("30", "gold", "no"), ("40", "basic", "yes")]
    assert found == [*seen, ("25", "basic", "no"), ("30", "gold", "no")]


@pytest.mark.parametrize("blank", [0, 5])
def test_known_rows_keep_their_order_where_most_are_known(tmp_path: Path, blank: int) -> None:
    answers = ["" if blank and row % blank == 0 else "yes" if row % 2 else "no" for row in range(20_000)]
    lines = [f"{row * 7_919 % 20_000},{answer}" for row, answer in enumerate(answers)]
    known = [line for row, line in enumerate(lines) if row % 49]
    before = stored(tmp_path / "old", ("number,left", *reversed(known)))
    new = stored(tmp_path / "new", ("number,left", *lines))

    found = put_together(parts_of(before, new, "left"), tmp_path, whole=False)

    expected = [line for line in (*known, *lines[::49]) if not line.endswith(",")]
    assert [f"{number},{answer}" for number, answer in found] == expected


def test_known_rows_come_before_all_new_ones_where_they_fill_more_than_a_group(tmp_path: Path) -> None:
    half = 70_000
    lines = [f"{row},{'yes' if row % 2 else 'no'}" for row in range(2 * half)]
    parts = parts_of(
        stored(tmp_path / "old", ("number,left", *lines[:half])),
        stored(tmp_path / "new", ("number,left", *lines[half:])),
        "left",
    )

    found = put_together(parts, tmp_path)

    assert [number for number, _answer in found] == [str(row) for row in range(2 * half)]


def test_the_counts_are_known_before(parts: Parts) -> None:
    assert overlap_of(parts) == Overlap(before=4, new=2, doubled=3)


def test_without_an_old_table_every_row_with_an_answer_is_new(tmp_path: Path) -> None:
    parts = parts_of(None, stored(tmp_path / "new", NEW), "left")

    assert overlap_of(parts) == Overlap(before=0, new=5, doubled=0)
    assert len(put_together(parts, tmp_path)) == 5


def test_columns_that_one_of_them_lacks_are_left_out(tmp_path: Path) -> None:
    before = stored(tmp_path / "old", ("age,shop,left", "20,A,yes", "30,B,no"))
    new = stored(tmp_path / "new", ("age,left,score", "20,yes,7", "40,no,8"))

    found = put_together(parts_of(before, new, "left"), tmp_path)

    assert found == [("20", "yes"), ("30", "no"), ("40", "no")]


def test_what_is_written_in_two_ways_is_written_plainly(tmp_path: Path) -> None:
    before = stored(tmp_path / "old", ("price;day;left", "1.200,50;31.12.2024;yes", "3,25;13.01.2025;no"))
    new = stored(tmp_path / "new", ("price,day,left", "1200.5,2024-12-31,yes", "7.75,2025-02-14,no"))

    found = put_together(parts_of(before, new, "left"), tmp_path)

    assert [(row[0], str(row[1])[:10]) for row in found] == [
        ("1200.5", "2024-12-31"),
        ("3.25", "2025-01-13"),
        ("7.75", "2025-02-14"),
    ]


def test_names_that_differ_in_capital_letters_alone_stay_two(tmp_path: Path) -> None:
    rows = stored(tmp_path / "new", ("Age,age,left", "1,2,yes", "3,4,no"))

    parts = parts_of(None, rows, "left")

    assert [pair.heading for pair in parts.pairs] == ["Age", "age (2)", "left"]
    assert put_together(parts, tmp_path) == [("1", "2", "yes"), ("3", "4", "no")]


def test_a_mark_for_not_known_is_an_empty_cell(tmp_path: Path) -> None:
    wishes = Wishes(readings={"age": "number missing:999"})
    rows = stored(tmp_path / "new", ("age,left", "999,yes", "30,no"), wishes)

    assert put_together(parts_of(None, rows, "left"), tmp_path) == [(None, "yes"), ("30", "no")]


def test_a_table_without_the_target_is_refused(tmp_path: Path) -> None:
    rows = stored(tmp_path / "new", ("age,plan", "1,a", "2,b"))

    with pytest.raises(KeyError):
        overlap_of(parts_of(None, rows, "left"))


def test_it_reads_a_table_of_many_rows_in_their_order(tmp_path: Path) -> None:
    count = 130_000
    before = stored(tmp_path / "old", ("n,left", *(f"{n},yes" for n in range(count))))
    new = stored(tmp_path / "new", ("n,left", *(f"{n},yes" for n in range(count - 5, count + 5))))

    found = put_together(parts_of(before, new, "left"), tmp_path)

    assert [int(str(row[0])) for row in found] == [*range(count + 5)]


def in_units(folder: Path, old: str, new: str) -> Parts:
    before = stored(folder / "old", ("weight,left", *(f"{n / 2} {old},yes" for n in range(30))))
    brought = stored(folder / "new", ("weight,left", *(f"{n * 250} {new},no" for n in range(30))))
    return parts_of(before, brought, "left")


def test_grams_are_converted_to_the_kilograms_of_the_first_table(tmp_path: Path) -> None:
    found = put_together(in_units(tmp_path, "kg", "g"), tmp_path)

    assert [row[0] for row in (found[1], found[31], found[32])] == ["0.5 kg", "0.25 kg", "0.5 kg"]


def test_numbers_that_were_converted_are_read_in_their_unit(tmp_path: Path) -> None:
    put_together(in_units(tmp_path, "kg", "g"), tmp_path)
    wishes = Wishes(readings={"weight": "number-point"})

    file = tmp_path / "joined.parquet"
    table = import_file(file, tmp_path, name="a", report=lambda _: None, wishes=wishes)

    weight = table.column("weight")
    assert weight is not None
    assert (weight.type, weight.unit, weight.maximum) == ("number", "kg", 14.5)


def test_units_of_different_things_are_not_converted(tmp_path: Path) -> None:
    found = put_together(in_units(tmp_path, "kg", "cm"), tmp_path)

    assert [row[0] for row in (found[1], found[31])] == ["0.5", "250"]


def test_numbers_that_are_written_plainly_keep_their_unit(tmp_path: Path) -> None:
    before = stored(tmp_path / "old", ("weight;left", *(f"{n},5 kg;yes" for n in range(1200, 1230))))
    new = stored(tmp_path / "new", ("weight,left", *(f"{n}.25 kg,no" for n in range(30))))

    found = put_together(parts_of(before, new, "left"), tmp_path)

    assert [row[0] for row in (found[0], found[31])] == ["1200.5 kg", "1.25 kg"]
