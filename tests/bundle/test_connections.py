"""Whom the frozen program speaks to, as the system sees it: nobody but itself."""

import re
import shutil
import subprocess
from pathlib import Path

import psutil
import pytest

from tests.e2e.screen import Screen, wait_until
from tests.e2e.test_window import PATIENCE, lacks

CALLS = "trace=connect,bind,sendto,sendmsg,sendmmsg"
PLACE = re.compile(r'sin6?_addr=inet_(?:addr|pton)\((?:AF_INET6, )?"([^"]+)"|inet_pton\(AF_INET6, "([^"]+)"')

pytestmark = pytest.mark.bundle


@pytest.fixture
def watched(tmp_path: Path) -> list[str]:
    """The start of a command that notes whom it and its processes speak to in the file `calls`."""
    command = ["strace", "-f", "--seccomp-bpf", "-qq", "-e", CALLS, "-o", str(tmp_path / "calls")]
    if not shutil.which("strace") or subprocess.run([*command, "true"], check=False).returncode:
        pytest.skip("no program may be watched here (strace)")
    return command


def places(folder: Path) -> set[str]:
    """Return the addresses in what was noted; at least that of our own pages must be among them."""
    noted = (folder / "calls").read_text(encoding="utf-8", errors="replace")
    return {one or other for one, other in PLACE.findall(noted)}


def test_the_self_test_speaks_to_this_computer_alone(
    frozen: Path, watched: list[str], tmp_path: Path
) -> None:
    done = subprocess.run([*watched, frozen, "selftest"], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    assert places(tmp_path) == {"127.0.0.1"}


@pytest.mark.skipif(bool(lacks()), reason=lacks())
def test_the_window_and_its_web_view_speak_to_this_computer_alone(
    frozen: Path, watched: list[str], tmp_path: Path
) -> None:
    with Screen() as screen:
        environment = {**screen.environment, "HUNCH_WORKSPACE": str(tmp_path / "workspace")}
        program = psutil.Popen([*watched, frozen], env=environment)
        wait_until(screen.is_painted, PATIENCE)
        screen.close_window("Hunch")
        assert program.wait(PATIENCE) == 0
    assert places(tmp_path) == {"127.0.0.1"}


def test_a_program_that_speaks_to_another_computer_is_found(watched: list[str], tmp_path: Path) -> None:
    reach = "import socket; socket.socket(type=socket.SOCK_DGRAM).connect(('192.0.2.1', 9))"
    subprocess.run([*watched, "python3", "-c", reach], capture_output=True, check=False)

    assert places(tmp_path) == {"192.0.2.1"}
