"""Learning on a cluster from the command line: what is refused, before anything is sent."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop_app.cli.main import main
from desktop_app.records.remote import Cluster
from desktop_app.remote import local
from tests.unit.cli.commands.running import told
from tests.unit.cli.made_files import customers, write
from tests.unit.models.compared_made import save_groups

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def asked(tmp_path: Path) -> tuple[str, ...]:
    file = tmp_path / "customers.csv"
    write(file, customers(60))
    return ("train", str(file), "--target", "left", "--out", str(tmp_path / "m.hunch"), "--dask")


def said(capsys: Capture, *arguments: str) -> tuple[int, str]:
    code = main(arguments)
    return code, capsys.readouterr().err.strip().splitlines()[0]


def test_another_computer_without_encryption_gets_no_row(asked: tuple[str, ...], capsys: Capture) -> None:
    sentence = "tcp://192.0.2.1:8786 is another computer, and what is sent there would not be encrypted."

    assert said(capsys, *asked, "tcp://192.0.2.1:8786") == (2, sentence)


def test_only_a_cluster_sees_files_itself(model: str, tmp_path: Path, capsys: Capture) -> None:
    answers = str(tmp_path / "answers.csv")

    code, sentence = said(capsys, "predict", model, "customers.csv", "--out", answers, "--shared")

    assert (code, sentence) == (2, "--shared is for files that a cluster answers.")


def test_rows_of_a_forecast_are_guarded_alike(asked: tuple[str, ...], capsys: Capture) -> None:
    more = ("--task", "forecast", "--time", "calls", "--horizon", "3")

    code, sentence = said(capsys, *asked, "tcp://192.0.2.1:8786", *more)

    assert code == 2
    assert "would not be encrypted" in sentence


def test_the_environment_can_name_the_cluster(
    asked: tuple[str, ...], capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUNCH_DASK", "nowhere")

    assert said(capsys, *asked[:-1]) == (2, '"nowhere" is not the address of a Dask scheduler.')


def test_without_certificates_nothing_is_sent(asked: tuple[str, ...], capsys: Capture) -> None:
    code = main([*asked, "tls://192.0.2.1:8786", "--dask-keys", str(Path(asked[1]).parent)])

    lines = capsys.readouterr().err.strip().splitlines()
    assert code == 2
    assert lines[0].startswith("For tls://192.0.2.1:8786 a folder is needed with the files ca.pem,")


def test_a_cluster_to_be_asked_is_named_and_allowed(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HUNCH_DASK", raising=False)

    assert said(capsys, "dask", "test") == (2, "It is not said which cluster.")
    assert said(capsys, "dask", "test", "nowhere") == (
        2,
        '"nowhere" is not the address of a Dask scheduler.',
    )
    assert said(capsys, "dask", "test", "tcp://192.0.2.1:8786")[0] == 2


def test_rows_to_be_answered_are_guarded_alike(model: str, asked: tuple[str, ...], capsys: Capture) -> None:
    command = ("predict", model, asked[1], "--out", "there.csv")
    plain, there = ("--dask", "tcp://192.0.2.1:8786"), ("--dask", "tls://192.0.2.1:8786")

    code, sentence = said(capsys, *command, *plain)
    assert (code, "would not be encrypted" in sentence) == (2, True)
    code = main([*command, *there, "--dask-keys", str(Path(asked[1]).parent)])

    lines = capsys.readouterr().err.strip().splitlines()
    assert code == 2
    assert lines[0].startswith("For tls://192.0.2.1:8786 a folder is needed with the files ca.pem,")
    assert not Path("there.csv").exists()


def test_before_a_folder_is_read_the_cluster_must_be_there(
    model: str, asked: tuple[str, ...], tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.remote.connecting._PATIENCE", 0.5)
    command = ("predict", model, str(Path(asked[1]).parent), "--out", str(tmp_path / "none"))

    code, found, _ = told(capsys, *command, "--dask", "tcp://127.0.0.1:1")

    assert (code, found["error"]["code"]) == (2, "dask.unreachable")
    assert not (tmp_path / "none").exists()


def test_a_cluster_is_left_alone_by_models_that_answer_no_rows(
    tmp_path: Path, asked: tuple[str, ...], capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUNCH_DASK", "tcp://127.0.0.1:1")
    save_groups(tmp_path / "groups.hunch")
    command = ("predict", str(tmp_path / "groups.hunch"), asked[1], "--out", str(tmp_path / "out.csv"))

    assert said(capsys, *command)[1] == (
        "This computer does it, and no row leaves it: a cluster works for models that answer rows."
    )


def test_a_cluster_to_try_says_how_it_is_used_by_who_started_it(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    @contextmanager
    def begun(workers: int, keys: Path, port: int) -> Iterator[Cluster]:
        yield Cluster(address="tls://127.0.0.1:8786", keys="/keys of Ann")

    def ended(seconds: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(local, "cluster_here", begun)
    monkeypatch.setattr(time, "sleep", ended)
    monkeypatch.setattr(sys, "argv", ["main.py"])

    assert main(["dask", "up", "--workspace", str(tmp_path)]) == 130
    told = capsys.readouterr().out
    assert "python main.py train FILE --target COLUMN --dask tls://127.0.0.1:8786" in told
    assert "--dask-keys '/keys of Ann'" in told
    assert 'In the window: Settings, "On a cluster"' in told
