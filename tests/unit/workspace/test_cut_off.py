"""What opened a file when the program was ended."""

from pathlib import Path

from desktop_app.workspace.cut_off import cut_off_opening, file_of
from desktop_app.workspace.folders import UPLOADS
from desktop_app.workspace.store import Workspace


def begun(workspace: Workspace, journey: str, path: Path) -> None:
    job = workspace.jobs.add(journey, {"path": str(path)}, lane="short")
    workspace.jobs.start(job.id)


def test_only_what_opened_a_file_counts_and_only_at_the_next_start(
    workspace: Workspace, tmp_path: Path
) -> None:
    begun(workspace, "import", tmp_path / "a.csv")
    begun(workspace, "arrange", tmp_path / "b.csv")
    assert cut_off_opening(workspace) is None

    workspace.tidy()
    found = cut_off_opening(workspace)

    assert found
    assert file_of(workspace, found) == tmp_path / "a.csv"
    workspace.tidy()
    assert cut_off_opening(workspace) is None


def test_a_copy_of_ours_is_no_file_of_the_person(workspace: Workspace) -> None:
    begun(workspace, "import", workspace.folder / UPLOADS / "0123")

    workspace.tidy()

    found = cut_off_opening(workspace)
    assert found
    assert file_of(workspace, found) is None
