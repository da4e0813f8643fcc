"""Each thing that can be wrong with a computer is found, with what follows and how it is mended."""

import datetime
from pathlib import Path

import pytest

from desktop_app.records.checkup import Finding
from desktop_app.reports.checkup_words import finding_text
from desktop_app.settings import Settings
from desktop_app.shell.checkup.folders import folder_findings, letter_findings, long_path_findings
from desktop_app.shell.checkup.memory import shared_finding
from desktop_app.shell.checkup.pages import part_fix, proxy_findings, window_finding
from desktop_app.shell.checkup.program import clock_finding
from desktop_app.shell.examination import Examination
from desktop_app.shell.webview2 import BOOTSTRAPPER
from desktop_app.shell.webview_parts import Hindrance

NOON = datetime.datetime(2026, 5, 4, 12, tzinfo=datetime.UTC)
PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy", "ftp_proxy")


@pytest.fixture
def proxies(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    return monkeypatch


def by_code(findings: tuple[Finding, ...]) -> dict[str, Finding]:
    return {one.code: one for one in findings}


def test_each_thing_has_a_code_of_its_own_and_what_is_wrong_a_way_to_mend_it(settings: Settings) -> None:
    found = Examination(settings=settings).findings()

    assert len(by_code(found)) == len(found)
    assert all(one.effect and one.fix for one in found if not one.fine)


def test_a_clock_before_the_program_was_there_is_wrong() -> None:
    yesterday, long_ago = NOON - datetime.timedelta(hours=20), NOON - datetime.timedelta(days=800)

    assert clock_finding(NOON, NOON).fine
    assert clock_finding(yesterday, NOON).fine, "two zones may lie between them"
    assert finding_text(clock_finding(long_ago, NOON)) == (
        "Clock: not right (2024-02-24 12:00), so what is made now carries a wrong date."
    )


def test_letters_of_any_alphabet_are_fine_and_bytes_that_are_none_are_not() -> None:
    assert letter_findings(Path("/disk/anna/hunch")) == ()
    assert [one.fine for one in letter_findings(Path("/disk/Jürgen/данные"))] == [True]
    assert [one.fine for one in letter_findings(Path("/home/b\udcffd"))] == [False]


def test_a_path_too_long_for_windows_is_wrong_where_nobody_allowed_more() -> None:
    assert long_path_findings(60, is_allowed=False) == ()
    assert long_path_findings(200, is_allowed=True) == ()
    (found,) = long_path_findings(200, is_allowed=False)
    assert (found.fine, found.value) == (False, "200 letters")


def test_a_home_that_is_read_only_is_said_and_not_wrong_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path / ("x" * 300))

    found = by_code(folder_findings(tmp_path))

    assert (found["home"].fine, found["home"].told) == (True, "read-only")
    assert found["workspace"].fine


def test_an_account_without_a_home_is_said_and_not_wrong_by_itself(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", homeless)
    look = Examination(settings=settings)
    found = look.findings()

    assert (by_code(found)["home"].fine, by_code(found)["home"].told) == (True, "none")
    assert '"below_home": false' in look.diagnostics(found)


def test_a_folder_for_work_that_is_nowhere_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere() -> str:
        raise FileNotFoundError("no usable temporary directory")

    monkeypatch.setattr("tempfile.gettempdir", nowhere)

    found = by_code(folder_findings(tmp_path))["temp"]

    assert (found.fine, found.value) == (False, "none that takes a file")
    assert "TMPDIR" in found.fix


def test_a_disk_that_tells_nothing_is_not_called_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_place: Path) -> int:
        raise OSError("the drive is not there")

    monkeypatch.setattr("desktop_app.shell.checkup.folders.free_space", gone)

    found = by_code(folder_findings(tmp_path))

    assert (found["disk"].fine, found["disk"].value) == (True, "it cannot be looked at")
    assert not found["temp"].fine


def test_a_disk_of_another_computer_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "network_drive" not in by_code(folder_findings(tmp_path))
    monkeypatch.setattr("desktop_app.shell.checkup.folders.is_on_network", lambda _place: True)

    assert not by_code(folder_findings(tmp_path))["network_drive"].fine


def test_memory_that_cannot_be_shared_is_wrong(tmp_path: Path) -> None:
    assert shared_finding(tmp_path).fine
    assert not shared_finding(tmp_path / "none").fine


def test_without_a_proxy_none_is_told(proxies: pytest.MonkeyPatch) -> None:
    proxies.setenv("no_proxy", "127.0.0.1")

    assert proxy_findings() == ()


def test_what_holds_of_a_proxy_is_said_without_its_address(proxies: pytest.MonkeyPatch) -> None:
    proxies.setenv("https_proxy", "http://anna:s3cret@proxy.example:3128")
    (catches,) = proxy_findings()
    proxies.setenv("no_proxy", "127.0.0.1")
    (around,) = proxy_findings()

    assert catches.fine
    assert "need 127.0.0.1 in no_proxy" in catches.value
    assert finding_text(around) == "Proxy of your network (https): fine (127.0.0.1 goes around it)"
    assert "s3cret" not in repr((catches, around))


def test_in_the_window_the_system_is_not_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.shell.checkup.pages.hindrance", lambda: Hindrance(part="GTK"))

    assert window_finding("window").fine
    assert window_finding("browser").told == "GTK"
    assert finding_text(window_finding("command")) == (
        "Window: not right (GTK is missing), so Hunch is shown in a browser."
    )


def test_what_installs_a_missing_part_is_named_where_it_lies_beside_the_program(tmp_path: Path) -> None:
    place = tmp_path / BOOTSTRAPPER

    assert part_fix("Microsoft Edge WebView2 Runtime", place).startswith("Install Microsoft Edge")
    place.touch()
    assert part_fix("Microsoft Edge WebView2 Runtime", place).startswith(f"Start {place} once")
    assert part_fix("python3-gi", place) == "Install python3-gi for a window of its own."
