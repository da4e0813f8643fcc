"""The file for IT holds nobody's data, wherever that may stand, and enough to find a fault."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app import __version__
from desktop_app.records.jobs import Problem
from desktop_app.records.tables import Bar, Column
from desktop_app.settings import Settings, read_settings
from desktop_app.shell.diagnostics.content import PROBLEMS
from desktop_app.shell.examination import Examination
from desktop_app.workspace.store import Workspace
from desktop_app.workspace.trust import read_policy
from tests.api.made import stored_answers, stored_table, stored_training, table

PLANTED = "Meyerhold"
PLACES = (
    "user",
    "customer",
    "file",
    "column",
    "cell",
    "model",
    "program",
    "failure",
    "log",
    "policy",
    "wish",
)


def secret(place: str) -> str:
    """Return the secret as it is planted in one place."""
    return f"{PLANTED}-{place}"


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The settings of somebody whose name is secret, and whose folder is called after a customer."""
    home = tmp_path / secret("user")
    workspace = home / secret("customer")
    workspace.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USER", secret("user"))
    monkeypatch.setenv("http_proxy", f"http://{secret('user')}:{secret('wish')}@proxy:3128")
    rules = home / f"{secret('policy')}.json"
    rules.write_text(json.dumps({secret("policy"): "off"}))
    return read_settings(
        {"HUNCH_POLICY": str(rules), "HUNCH_WORKERS": secret("wish"), "HUNCH_LOG_LEVEL": "INFO"}
    ).in_workspace(workspace)


@pytest.fixture
def planted(settings: Settings) -> Iterator[Workspace]:
    """A workspace that holds a secret wherever a person, a file or a library can put one."""
    workspace = Workspace(settings.workspace)
    kinds = (Bar(label=secret("cell"), count=5),)
    made = table(
        f"{secret('file')}.csv",
        Column(
            name=secret("column"),
            type="category",
            position=4,
            missing=0,
            distinct=1,
            top_values=kinds,
            bars=kinds,
        ),
    )
    training = stored_training(workspace, stored_table(workspace, made).id)
    stored_answers(workspace, training, answered=True)
    workspace.trainings.rename(training.id, secret("model"))
    workspace.programs.add(secret("program"), ("read",))
    job = workspace.jobs.add("import", {"path": f"/home/{secret('file')}.csv"}, lane="short")
    workspace.jobs.start(job.id)
    workspace.jobs.fail(job.id, Problem(code="refuse.empty", values={"file": secret("failure")}))
    heads = ("waitress: ", "desktop_app.jobs.endings: worker of train ended with exit code 1. ")
    lines = [f"2026-11-27 07:00:00,000 ERROR {head}{secret('log')}" for head in heads]
    (settings.workspace / "hunch.log").write_text("\n".join([*lines, secret("log")]))
    yield workspace
    workspace.close()


def file_of(settings: Settings) -> str:
    look = Examination(settings=settings)
    return look.diagnostics(look.findings())


def all_of(settings: Settings) -> bytes:
    """Return every byte from which the file could be made: paths, files, and what was asked for."""
    home = settings.workspace.parent
    found = [path for path in home.rglob("*") if path.is_file()]
    asked = [str(home), str(settings.workspace), str(settings.policy), repr(settings.not_understood)]
    return b"".join([path.read_bytes() for path in found]) + "".join(asked).encode()


@pytest.mark.usefixtures("planted")
def test_no_byte_of_what_is_the_persons_is_in_the_file(settings: Settings) -> None:
    everything, written = all_of(settings), file_of(settings).encode()

    assert [place for place in PLACES if secret(place).encode() not in everything] == []
    assert PLANTED.lower().encode() not in written.lower()
    assert str(settings.workspace.parent).encode() not in written


@pytest.mark.usefixtures("planted")
def test_what_helps_to_find_a_fault_is_in_the_file(settings: Settings) -> None:
    told: dict[str, Any] = json.loads(file_of(settings))

    assert told["program"]["version"] == __version__
    assert (told["workspace"]["tables"], told["workspace"]["models"], told["workspace"]["answers"]) == (
        1,
        1,
        1,
    )
    assert told["workspace"]["below_home"]
    assert [one["code"] for one in told["failures"]] == ["refuse.empty"]
    assert told["policy"]["problem"] == "it has a setting that this version does not know"
    assert {"code": "HUNCH_WORKERS", "ok": False, "value": "not understood"} in told["findings"]
    assert told["log"][1].endswith("worker of train ended with exit code 1.")
    assert {"flask", "duckdb"} <= told["packages"].keys()


def test_the_file_can_be_read_line_by_line(settings: Settings) -> None:
    findings = [line for line in file_of(settings).splitlines() if line.startswith('    {"code": ')]

    assert len(findings) == len(Examination(settings=settings).findings())


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("{", "1:2"),
        ('{"export": "perhaps"}', "export"),
        ('{"export": "off", "export": "on"}', ""),
        ("x" * (2**20 + 1), ""),
    ],
)
def test_why_a_policy_is_not_obeyed_is_told_in_words_of_ours(
    text: str, place: str, settings: Settings
) -> None:
    assert settings.policy
    settings.policy.write_text(text)

    told = json.loads(file_of(settings))["policy"]

    assert (told["problem"], told["place"]) == (read_policy(settings.policy).problem, place)
    assert told["problem"] in PROBLEMS


def test_the_path_of_a_policy_is_told_only_where_administrators_have_put_it(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = json.loads(file_of(settings))["policy"]
    official = tmp_path / "etc" / "policy.json"
    official.parent.mkdir()
    official.write_text("{}")
    for room in ("workspace.trust", "shell.diagnostics.content"):
        monkeypatch.setattr(f"desktop_app.{room}.policy_file", lambda: official)

    assert (named["path"], named["below_home"]) == ("HUNCH_POLICY", True)
    assert json.loads(file_of(settings))["policy"]["path"] == str(official)
