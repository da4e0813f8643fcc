"""Which files of a folder are answered, where their answers go, and what it all comes to."""

from pathlib import Path

import pytest

from desktop_app.cli.folder_plan import exit_code, planned
from desktop_app.errors import FileError, UsageError


def names(folder: Path, ending: str = "") -> dict[str, str]:
    return {one.file.name: one.out.name for one in planned(folder, folder / "out", ending)}


def put(folder: Path, *files: str) -> None:
    for file in files:
        (folder / file).write_text("a\n1\n")


def test_files_keep_their_names_and_their_kind_where_it_can_be_written(tmp_path: Path) -> None:
    put(tmp_path, "b.xls", "A.csv", "c.parquet", "d.csv.gz", ".hidden", "e.csv.part")
    (tmp_path / "deeper").mkdir()
    (tmp_path / "link.csv").symlink_to(tmp_path / "A.csv")

    assert list(names(tmp_path).items()) == [
        ("A.csv", "A.csv"),
        ("b.xls", "b.xlsx"),
        ("c.parquet", "c.parquet"),
        ("d.csv.gz", "d.csv"),
    ]
    assert set(names(tmp_path, ".parquet").values()) == {f"{stem}.parquet" for stem in ("A", "b", "c", "d")}


def test_two_files_never_share_their_answers(tmp_path: Path) -> None:
    put(tmp_path, "june.csv", "june.json", "JUNE.txt")

    assert names(tmp_path) == {
        "june.csv": "june.csv",
        "june.json": "june.json.csv",
        "JUNE.txt": "JUNE.txt.csv",
    }


@pytest.mark.parametrize(
    "files",
    [
        ("june.csv", "june.json", "june.json.csv"),
        ("june.csv", "june.json", "june.json.csv", "june.json.csv.json"),
        ("june.csv", "JUNE.CSV"),
        ("june.csv", "June.csv", "june.txt"),
    ],
)
def test_answers_have_names_of_their_own_on_every_disk(files: tuple[str, ...], tmp_path: Path) -> None:
    put(tmp_path, *files)

    for ending in ("", ".xlsx"):
        found = names(tmp_path, ending)
        assert len({out.casefold() for out in found.values()}) == len(found) == len(files)
    assert names(tmp_path)["june.csv"] in ("june.csv", "june.csv.csv")


def test_answers_never_go_among_the_files(tmp_path: Path) -> None:
    put(tmp_path, "june.csv")

    with pytest.raises(UsageError):
        planned(tmp_path, tmp_path)


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileError):
        planned(tmp_path, tmp_path / "out")


@pytest.mark.parametrize(
    ("errors", "answered", "doubtful", "code"),
    [
        ((), 3, 0, 0),
        ((), 3, 1, 5),
        ((3,), 2, 0, 5),
        ((3, 3), 0, 0, 3),
        ((4,), 0, 0, 4),
        ((3, 4), 0, 0, 4),
    ],
)
def test_the_exit_code_says_what_all_files_came_to(
    errors: tuple[int, ...], answered: int, doubtful: int, code: int
) -> None:
    assert exit_code(errors, answered=answered, doubtful=doubtful) == code
