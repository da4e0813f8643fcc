"""The workspace lies where IT has laid it down, and on a drive of this computer where they want that."""

import getpass
import json
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.errors import PolicyError
from desktop_app.settings import Settings, read_settings
from desktop_app.workspace.place import check_drive, is_on_network, kind_of_mount, settled

MOUNTS = r"""
22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 22 0:40 / /users/ann rw,relatime shared:9 - nfs4 server:/ann rw
41 22 0:41 / /media/a\040b rw - cifs //server/b rw
42 40 0:42 / /users/ann/local rw - ext4 /dev/sdb1 rw
broken
""".strip()


@pytest.fixture
def ruled(tmp_path: Path) -> Settings:
    """Return the settings of a person for whom IT has laid down a place."""
    (tmp_path / "policy.json").write_text(json.dumps({"workspace": f"{tmp_path}/{{user}}/hunch"}))
    return read_settings({"HUNCH_POLICY": str(tmp_path / "policy.json"), "HUNCH_WORKSPACE": "/elsewhere"})


def test_the_place_of_it_wins_over_the_environment(ruled: Settings, tmp_path: Path) -> None:
    found = settled(ruled)

    assert found.workspace == tmp_path / getpass.getuser() / "hunch"
    assert found.sources["HUNCH_WORKSPACE"] == "policy"


def test_another_place_on_the_command_line_is_refused(ruled: Settings, tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match=r"policy\.workspace"):
        settled(ruled.in_workspace(tmp_path / "mine"))

    assert settled(ruled.in_workspace(settled(ruled).workspace)).workspace == settled(ruled).workspace


def test_without_a_place_of_it_the_person_chooses(tmp_path: Path) -> None:
    settings = read_settings({"HUNCH_WORKSPACE": str(tmp_path)})

    assert settled(settings) is settings


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/users/bob/hunch", "ext4"),
        ("/users/ann/hunch", "nfs4"),
        ("/users/anna", "ext4"),
        ("/users/ann/local/hunch", "ext4"),
        ("/media/a b/hunch", "cifs"),
    ],
)
def test_the_nearest_mount_says_what_kind_a_drive_is(place: str, kind: str) -> None:
    assert kind_of_mount(Path(place), MOUNTS) == kind


@pytest.mark.parametrize(("allowed", "is_refused"), [(True, False), (False, True)])
def test_a_network_drive_is_refused_where_it_does_not_allow_one(
    allowed: bool, is_refused: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "policy.json").write_text(json.dumps({"allow_network_drives": allowed}))
    monkeypatch.setattr("desktop_app.workspace.place.is_on_network", lambda _place: True)
    settings = replace(read_settings({}), policy=tmp_path / "policy.json", workspace=tmp_path)

    if not is_refused:
        check_drive(settings)
        return
    with pytest.raises(PolicyError, match=r"policy\.network_drive"):
        check_drive(settings)


def test_this_folder_is_on_a_drive_of_this_computer(tmp_path: Path) -> None:
    assert not is_on_network(tmp_path)
