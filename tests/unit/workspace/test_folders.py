"""What a workspace makes in its folder, and what it leaves alone there."""

import stat
from pathlib import Path

import pytest

from desktop_app.errors import SaveError
from desktop_app.workspace.store import Workspace


@pytest.mark.parametrize("name", ["models", "uploads"])
def test_files_of_the_person_in_a_folder_of_our_name_are_left_alone(tmp_path: Path, name: str) -> None:
    thesis = tmp_path / name / "thesis.txt"
    thesis.parent.mkdir()
    thesis.write_text("years of work")

    with pytest.raises(SaveError) as refused:
        Workspace(tmp_path)

    assert refused.value.code == "error.workspace_foreign"
    assert thesis.read_text() == "years of work"
    assert [place.name for place in tmp_path.iterdir()] == [name]


def test_a_folder_that_was_there_keeps_its_rights(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)

    for _start in range(2):
        Workspace(tmp_path).close()

    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755
