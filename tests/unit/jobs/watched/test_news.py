"""What is new in a folder, and what files come back as."""

import pytest

from desktop_app.jobs.watched.news import LONGEST_STEM, is_passing, news, out_name
from desktop_app.records.watched import Sight


def sight(name: str, size: int = 1, modified: int = 1) -> Sight:
    return Sight(name=name, size=size, modified=modified)


def seen(*sights: Sight) -> dict[str, Sight]:
    return {one.name: one for one in sights}


def nothing_known(_sight: Sight) -> bool:
    return False


def test_a_file_is_new_once_two_looks_saw_it_alike() -> None:
    assert news(seen(sight("a")), {}, nothing_known) == ()
    assert news(seen(sight("a")), seen(sight("a")), nothing_known) == (sight("a"),)


@pytest.mark.parametrize("before", [sight("a", size=9), sight("a", modified=9)])
def test_a_file_that_still_changes_is_waited_for(before: Sight) -> None:
    assert news(seen(sight("a")), seen(before), nothing_known) == ()


def test_the_oldest_comes_first_and_names_decide_between_equals() -> None:
    files = seen(sight("b", modified=2), sight("c", modified=1), sight("a", modified=2))

    assert [one.name for one in news(files, files, nothing_known)] == ["c", "a", "b"]


def test_what_is_known_is_not_new() -> None:
    files = seen(sight("a"), sight("b"))

    assert news(files, files, lambda one: one.name == "a") == (sight("b"),)


@pytest.mark.parametrize(
    "name",
    [
        *("~$june.xlsx", ".june.csv", "june.csv.part", "june.crdownload", "june.TMP", "june.csv~"),
        *("Thumbs.db", "desktop.ini", ".~lock.june.ods#", "june.filepart"),
    ],
)
def test_files_of_programs_and_systems_are_passed_over(name: str) -> None:
    assert is_passing(name)


@pytest.mark.parametrize("name", ["june.csv", "june", "part.csv", "tmp.xlsx", "Ä b.parquet"])
def test_files_of_people_are_not(name: str) -> None:
    assert not is_passing(name)


@pytest.mark.parametrize(
    ("name", "came_back"),
    [
        *(("june.csv", "june.csv"), ("june.XLSX", "june.xlsx"), ("june.xlsm", "june.xlsm")),
        *(("june.parquet", "june.parquet"), ("june.ods", "june.xlsx"), ("june.csv.gz", "june.csv")),
        *(("june.2024.json", "june.2024.csv"), ("june", "june.csv")),
    ],
)
def test_a_file_comes_back_as_what_it_was_where_that_can_be_written(name: str, came_back: str) -> None:
    assert "".join(out_name(name)) == came_back


def test_the_longest_name_leaves_room_for_what_comes_behind_it() -> None:
    stem, _ending = out_name("ä" * 125 + ".csv")

    assert len(stem.encode()) == LONGEST_STEM
