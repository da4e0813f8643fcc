"""Alike and odd rows are found in a table that is stored, whatever became of its file."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from threadpoolctl import threadpool_limits

from desktop_app.records.clusters import GroupedFile, GroupFileOrder, GroupingPlan
from desktop_app.records.found import FOUND_FILE
from desktop_app.records.oddness import OddFile, OddFileOrder, OddnessPlan
from desktop_app.records.orders import ImportOrder, Written
from desktop_app.records.record import dataclass
from desktop_app.records.tables import Table
from tests.unit.cli.made_files import read, write
from tests.unit.engine.clustering.made import clouds
from tests.unit.journeys.asking import do


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What comes of saving what was found."""

    written: Written


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a table of three clouds; its file is gone."""
    folder, (frame, _groups) = tmp_path_factory.mktemp("stored"), clouds((40, 30, 20))
    file = folder / "clouds.csv"
    write(file, [[*frame], *frame.values.tolist()])
    do("import", ImportOrder(path=str(file), name=file.name), Table, folder / "table")
    file.unlink()
    return folder / "table"


def grouped(stored: Path, folder: Path, **more: Any) -> GroupedFile:
    order = GroupFileOrder(path="", plan=GroupingPlan(number=3), table_folder=str(stored), **more)
    with threadpool_limits(1):
        return do("group_file", order, GroupedFile, folder / "job")


def test_groups_are_found_and_nothing_is_written(stored: Path, tmp_path: Path) -> None:
    there = {path.name for path in stored.iterdir()}

    found = grouped(stored, tmp_path)

    assert [one.rows for one in found.grouping.clusters] == [40, 30, 20]
    assert found.written is None
    assert {path.name for path in stored.iterdir()} == there


def test_they_are_saved_under_the_names_that_they_were_given(stored: Path, tmp_path: Path) -> None:
    found = grouped(stored, tmp_path, out=str(tmp_path / "out.csv"), names=("Regulars", "", "=1+1"))

    assert [one.name for one in found.grouping.clusters] == ["Regulars", "", "=1+1"]
    names = [row["group"] for row in read(tmp_path / "out.csv")]
    assert (names.count("Regulars"), names.count("Group 2"), len(names)) == (40, 30, 90)
    assert "=1+1" not in names  # a spreadsheet would count it


def test_odd_rows_are_found_and_saved(stored: Path, tmp_path: Path) -> None:
    out = tmp_path / "odd.csv"
    order = OddFileOrder(path="", plan=OddnessPlan(), table_folder=str(stored), out=str(out))

    found = do("odd_file", order, OddFile, tmp_path / "job")

    assert found.oddness.rows == len(read(out)) == 90
    assert found.written
    assert found.written.path == str(out)


def test_marks_stand_beside_the_rows_that_are_saved(stored: Path, tmp_path: Path) -> None:
    order = OddFileOrder(path="", plan=OddnessPlan(), table_folder=str(stored))
    do("odd_file", order, OddFile, tmp_path / "first")
    found, kept = str(tmp_path / "first" / FOUND_FILE), tmp_path / "kept.csv"
    marked, anew = replace(order, marked={"7": "odd"}), tmp_path / "anew.csv"

    do("odd_file", replace(marked, out=str(kept), found=found), Saved, tmp_path / "second")
    do("odd_file", replace(marked, out=str(anew)), OddFile, tmp_path / "third")

    assert [place for place, one in enumerate(read(kept)) if one["mark"] == "really odd"] == [7]
    assert read(kept) == read(anew)


def test_groups_are_saved_under_new_names_without_looking_again(stored: Path, tmp_path: Path) -> None:
    grouped(stored, tmp_path)
    found, out, names = str(tmp_path / "job" / FOUND_FILE), tmp_path / "out.csv", ("Regulars", "", "")
    order = GroupFileOrder(
        path="", plan=GroupingPlan(number=3), table_folder=str(stored), out=str(out), names=names, found=found
    )

    do("group_file", order, Saved, tmp_path / "again")

    told = [row["group"] for row in read(out)]
    assert [told.count(name) for name in ("Regulars", "Group 2", "Group 3")] == [40, 30, 20]


def test_rows_between_groups_are_named_with_both(stored: Path, tmp_path: Path) -> None:
    found = grouped(stored, tmp_path, out=str(tmp_path / "out.csv"))

    rows = read(tmp_path / "out.csv")
    near = [place for place, row in enumerate(rows) if row["also_near"]]
    assert sorted(one.row for one in found.grouping.near) == near
    assert len(near) == found.grouping.between
    assert all(rows[place]["also_near"] != rows[place]["group"] for place in near)
