"""The command comes first, whatever a person writes first."""

from pathlib import Path

import pytest

from desktop_app.cli.arguments import arranged
from desktop_app.cli.main import program
from desktop_app.errors import UsageError


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("", "open"),
        ("customers.csv", "open customers.csv"),
        ("--browser", "open --browser"),
        ("--browser customers.csv", "open --browser customers.csv"),
        ("--workspace here customers.csv", "open --workspace here customers.csv"),
        ("inspect a.csv", "inspect a.csv"),
        ("--json inspect a.csv", "inspect --json a.csv"),
        ("--workspace train inspect a.csv", "inspect --workspace train a.csv"),
        ("--quiet --json train a.csv --target x", "train --quiet --json a.csv --target x"),
        ("--selftest", "selftest"),
        ("--selftest --json", "selftest --json"),
        ("--help", "--help"),
        ("--version", "--version"),
        ("train --help", "train --help"),
        ("--workspace up --json dask up --workers 1", "dask up --workspace up --json --workers 1"),
        ("dask --json test tls://a:1", "dask test --json tls://a:1"),
        ("dask --help", "dask --help"),
        ("--json dask", "dask"),
        ("dask down", "dask down"),
    ],
)
def test_the_command_comes_first(written: str, meant: str) -> None:
    assert arranged(written.split(), program()) == meant.split()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("train a.csv --exclude b c --target d", "train a.csv --exclude b --exclude c --target d"),
        ("train a.csv --include b c", "train a.csv --include b --include c"),
        ("train a.csv --exclude b --exclude c", "train a.csv --exclude b --exclude c"),
        ("train a.csv --known b c --force", "train a.csv --known b --known c --force"),
        ("train --exclude b a.csv", "train --exclude b a.csv"),
        ("train --target d --exclude b a.csv", "train --target d --exclude b a.csv"),
        ("train a.csv --target d e", "train a.csv --target d e"),
        (
            "predict m.hunch a.csv --allow-missing b c",
            "predict m.hunch a.csv --allow-missing b --allow-missing c",
        ),
        ("predict --allow-missing b m.hunch a.csv", "predict --allow-missing b m.hunch a.csv"),
        ("train --json a.csv --exclude b c", "train --json a.csv --exclude b --exclude c"),
        ("train --target=d a.csv --exclude b c", "train --target=d a.csv --exclude b --exclude c"),
    ],
)
def test_an_option_takes_several_columns_once_the_files_are_named(written: str, meant: str) -> None:
    assert arranged(written.split(), program()) == meant.split()


def test_a_misspelt_command_is_not_taken_for_a_file() -> None:
    with pytest.raises(UsageError) as refused:
        arranged(["trian", "a.csv"], program())

    assert refused.value.hint.startswith("Did you mean train?")


def test_a_file_may_have_nearly_the_name_of_a_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "trian").write_text("a\n1\n")

    assert arranged(["trian"], program()) == ["open", "trian"]
