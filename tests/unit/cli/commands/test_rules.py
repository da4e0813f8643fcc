"""What IT has laid down holds for every command, and `hunch policy` says all of it."""

import json
from pathlib import Path

import pytest

from desktop_app.cli.main import main
from desktop_app.records.trust import STRICTEST, Policy
from desktop_app.reports.trust_words import policy_lines
from tests.unit.cli.commands.running import told

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def rules(folder: Path, model: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HUNCH_POLICY", str(folder / "rules.json"))
    return folder / "rules.json"


COMMANDS = {
    "predict": ("predict", "MODEL", "customers.csv", "--out", "never.csv"),
    "convert": ("convert", "customers.csv", "--out", "never.csv"),
    "report": ("report", "MODEL", "--out", "never.html"),
    "export": ("export", "MODEL", "--to", "python", "--out", "never.py"),
    "train": ("train", "customers.csv", "--target", "left", "--out", "never.hunch"),
    "backup": ("backup", "never.backup", "--workspace", "."),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_is_saved_where_that_is_off(command: str, rules: Path, model: str, capsys: Capture) -> None:
    rules.write_text(json.dumps({"export": "off", "contact": "Ann"}))
    arguments = (model if word == "MODEL" else word for word in COMMANDS[command])

    code, facts, _ = told(capsys, *arguments)

    assert (code, facts["error"]["code"]) == (6, "policy.no_export")
    assert facts["error"]["hint"] == "Ask Ann if you need it."
    assert not [*rules.parent.glob("never.*")]


def test_no_folder_is_watched_where_that_is_off(rules: Path, model: str, capsys: Capture) -> None:
    rules.write_text(json.dumps({"watch": "off"}))

    code, facts, _ = told(capsys, "watch", model, ".", "--once")

    assert (code, facts["error"]["code"]) == (6, "policy.no_watch")


@pytest.mark.parametrize(
    ("bind", "host", "code"),
    [("off", "127.0.0.1", "policy.no_service"), ("loopback", "192.0.2.1", "policy.only_here")],
)
def test_models_answer_nobody_whom_it_does_not_allow(
    bind: str, host: str, code: str, rules: Path, model: str, capsys: Capture
) -> None:
    rules.write_text(json.dumps({"headless_bind": bind}))

    exit_code, facts, _ = told(capsys, "serve", model, "--host", host)

    assert (exit_code, facts["error"]["code"]) == (6, code)


def test_a_file_that_is_too_large_is_not_opened(rules: Path, folder: Path, capsys: Capture) -> None:
    rules.write_text(json.dumps({"max_import_mb": 1}))
    (folder / "large.csv").write_bytes(b"a,b\n" + b"1,2\n" * 300_000)

    code, facts, _ = told(capsys, "inspect", "large.csv")

    assert (code, facts["error"]["code"]) == (6, "policy.too_big")


def test_every_setting_is_told_with_what_holds(rules: Path, capsys: Capture) -> None:
    rules.write_text(json.dumps({"keep_tables_days": 90, "max_import_mb": 200}))

    code, facts, _ = told(capsys, "policy")

    assert code == 0
    assert set(Policy.__dataclass_fields__) <= facts.keys()
    assert (facts["keep_tables_days"], facts["max_import_mb"], facts["export"]) == (90, 200, "on")


def test_a_file_that_cannot_be_obeyed_is_told_with_the_strictest(rules: Path, capsys: Capture) -> None:
    rules.write_text("{")

    assert main(["policy"]) == 5

    said = capsys.readouterr().out
    assert all(line in said for line in policy_lines(STRICTEST))
    assert "Answers, models, reports and tables may not be saved as files." in said


@pytest.mark.parametrize("policy", [Policy(), STRICTEST, Policy(workspace="/hunch", keep_tables_days=1)])
def test_there_is_a_line_for_each_setting(policy: Policy) -> None:
    without_a_line_of_their_own = {"trusted_keys", "revoked"}

    assert len(policy_lines(policy)) == len(policy.__dataclass_fields__) - len(without_a_line_of_their_own)
