"""A cluster on other addresses than those of this computer, made of network namespaces, over TLS."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from shutil import which

import pytest

from desktop_app.remote.keys import write_keys
from tests.e2e.test_commands import ROOT
from tests.unit.cli.made_files import customers, write

SCHEDULER, SEEN_BY_WORKERS, WORKER, HOME = "10.213.77.5", "10.213.77.1", "10.213.77.2", "10.213.77.6"
PORT, PATIENCE = 8786, 60
CUT = """
import operator, sys, time
from desktop_app.records.remote import Cluster
from desktop_app.remote.connecting import client_of
from desktop_app.remote.elsewhere import Elsewhere
with client_of(Cluster(address=sys.argv[1], keys=sys.argv[2])) as client:
    client.wait_for_workers(1, timeout=30)
    hands = Elsewhere(client, 1, patience=1.0)
    rows = hands.share([1.0] * 1000)
    print(hands.do(operator.countOf, rows, 1.0), hands.is_lost, flush=True)
    sys.stdin.readline()
    print(hands.do(operator.countOf, rows, 1.0), hands.is_lost, flush=True)
    print(hands.do(operator.add, 1, 1), hands.is_lost, flush=True)
    import os
    os._exit(0)  # to close a connection that is cut takes long, and nothing is asked of that here
"""


def _can() -> bool:
    if sys.platform != "linux" or os.geteuid() != 0 or which("ip") is None:
        return False
    name = f"hunch-{os.getpid()}-can"
    made = subprocess.run(["ip", "netns", "add", name], capture_output=True, check=False)
    subprocess.run(["ip", "netns", "del", name], capture_output=True, check=False)
    return made.returncode == 0


pytestmark = [
    pytest.mark.skipif(not _can(), reason="no network namespaces can be made here"),
    pytest.mark.filterwarnings("ignore"),  # of Dask's own
]


@dataclass(frozen=True)
class Network:
    """Three computers in a row: the worker, the scheduler, and home."""

    keys: Path
    names: dict[str, str] = field(
        default_factory=lambda: {one: f"hunch-{os.getpid()}-{one}" for one in ("work", "plan", "home")}
    )

    def at(self, place: str, command: Sequence[str]) -> list[str]:
        """Return a command as it is run on one of them."""
        return ["ip", "netns", "exec", self.names[place], *command]

    def link(self, place: str, device: str, state: str) -> None:
        """Plug a cable in, or out."""
        _ip("-n", self.names[place], "link", "set", device, state)

    @property
    def tls(self) -> list[str]:
        """The options of Dask that name the certificates."""
        files = {"ca-file": "ca.pem", "cert": "cert.pem", "key": "key.pem"}
        return [part for name, file in files.items() for part in (f"--tls-{name}", str(self.keys / file))]


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True)


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Network]:
    made = Network(keys=tmp_path_factory.mktemp("keys"))
    write_keys(made.keys)
    try:
        for name in made.names.values():
            _ip("netns", "add", name)
            _ip("-n", name, "link", "set", "lo", "up")
        # Made inside of the namespaces, so that no interface of this computer is touched.
        for place, here, there in (("work", WORKER, SEEN_BY_WORKERS), ("home", HOME, SCHEDULER)):
            ends = ["to-plan", "type", "veth", "peer", "name", f"to-{place}", "netns", made.names["plan"]]
            _ip("-n", made.names[place], "link", "add", *ends)
            for end, device, address in ((place, "to-plan", here), ("plan", f"to-{place}", there)):
                _ip("-n", made.names[end], "address", "add", f"{address}/30", "dev", device)
                made.link(end, device, "up")
        yield made
    finally:
        for name in made.names.values():
            subprocess.run(["ip", "netns", "del", name], capture_output=True, check=False)


@contextmanager
def running(network: Network, place: str, *command: str) -> Iterator["subprocess.Popen[str]"]:
    with subprocess.Popen(
        network.at(place, [sys.executable, *command]),
        cwd="/",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture(scope="module")
def address(network: Network) -> Iterator[str]:
    """The address of a scheduler with a worker, on computers of their own."""
    common = ("--dashboard-address", "127.0.0.1:0", *network.tls)
    with ExitStack() as stack:
        everywhere = "0.0.0.0"  # noqa: S104 - of a namespace that only the two others can reach
        plan = ("-m", "dask", "scheduler", "--protocol", "tls", "--host", everywhere, "--port", str(PORT))
        stack.enter_context(running(network, "plan", *plan, *common))
        time.sleep(2)
        work = ("-m", "dask", "worker", f"tls://{SEEN_BY_WORKERS}:{PORT}", "--host", WORKER)
        stack.enter_context(running(network, "work", *work, "--nthreads", "1", "--no-nanny", *common))
        yield f"tls://{SCHEDULER}:{PORT}"


def run(network: Network, folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    main = [sys.executable, str(ROOT / "main.py"), *words, "--json", "--workspace", str(folder / "work")]
    return subprocess.run(
        network.at("home", main), cwd=folder, capture_output=True, text=True, timeout=PATIENCE, check=False
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("files")
    write(place / "customers.csv", customers(120))
    return place


TRAIN = ("train", "customers.csv", "--target", "left", "--budget", "2", "--force")


def test_what_was_learned_over_there_is_learned_again_at_home(
    network: Network, address: str, folder: Path
) -> None:
    there = run(network, folder, *TRAIN, "--dask", address, "--dask-keys", str(network.keys))
    at_home = run(network, folder, "verify", "customers.hunch", "--rerun", "customers.csv")

    assert there.returncode in (0, 5), there.stderr
    assert f"The rows leave this computer: the workers of {address}" in there.stderr
    assert json.loads(at_home.stdout)["rerun"]["same"]


def test_plain_words_to_another_computer_are_refused(network: Network, folder: Path) -> None:
    refused = run(network, folder, *TRAIN, "--dask", f"tcp://{SCHEDULER}:{PORT}")

    assert refused.returncode == 2
    assert "not be encrypted" in refused.stderr


def test_where_the_cable_is_cut_this_computer_goes_on(network: Network, address: str) -> None:
    with running(network, "home", "-c", CUT, address, str(network.keys)) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        before = process.stdout.readline()

        network.link("home", "to-plan", "down")
        began = time.monotonic()
        try:
            process.stdin.write("\n")
            process.stdin.flush()
            after, then = process.stdout.readline(), process.stdout.readline()
        finally:
            network.link("home", "to-plan", "up")

    assert (before, after, then) == ("1000 False\n", "1000 True\n", "2 True\n")
    assert time.monotonic() - began < PATIENCE / 2
