"""Workers of a cluster that answer whole files write in a folder that is as open as that of the answers."""

import sys
from collections.abc import Callable
from pathlib import Path
from stat import S_IMODE

import pytest

from desktop_app.cli import shared_storage
from desktop_app.cli.asked import Asked
from desktop_app.cli.folder_plan import Planned
from desktop_app.cli.folder_ways import There
from desktop_app.cli.output import Output
from desktop_app.records.orders import PredictFileOrder
from desktop_app.records.shared_files import AnsweredThere, AnswerThereOrder
from desktop_app.settings import read_settings

SHARED = 0o3775  # of a group whose files stay the group's, and are each their owner's to move


@pytest.fixture
def outcomes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """Answer one file there, and tell how open the folder of drafts was meanwhile."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out").chmod(SHARED)
    (tmp_path / "may.csv").touch()
    seen: list[int] = []

    def answered(_asked: Asked, _journey: str, order: AnswerThereOrder, *_others: object) -> AnsweredThere:
        seen.append(S_IMODE(Path(order.draft).stat().st_mode))
        return AnsweredThere(outcomes=())

    monkeypatch.setattr(shared_storage, "done_by_worker", answered)
    asked = Asked(settings=read_settings(), output=Output(as_json=False, quiet=True))
    way = There(asked, PredictFileOrder(model="", path="", out=""), force=False)

    def run() -> int:
        assert not [*way.outcomes([Planned(tmp_path / "may.csv", tmp_path / "out" / "may.csv")])]
        return seen[0]

    return run


@pytest.mark.skipif(sys.platform == "win32", reason="its folders have other rules")
def test_drafts_lie_in_a_folder_as_open_as_that_of_the_answers(outcomes: Callable[[], int]) -> None:
    assert outcomes() == SHARED


def test_a_disk_without_such_rules_is_no_reason_to_stop(
    outcomes: Callable[[], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "chmod", refused)

    assert outcomes()
