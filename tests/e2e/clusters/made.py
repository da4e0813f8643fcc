"""Dask clusters of real processes on this computer."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.records.remote import Cluster
from tests.e2e.test_commands import ROOT, begin

PATIENCE = 60


@contextmanager
def tried_out(folder: Path) -> Iterator[Cluster]:
    """Give the cluster that a person starts to try it."""
    with begin(folder, "dask", "up", "--workers", "2", "--json") as process:
        assert process.stdout is not None
        try:
            told = json.loads(process.stdout.readline())
            yield Cluster(address=told["address"], keys=told["keys"])
        finally:
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert not Path(told["keys"]).exists()


@contextmanager
def scheduler(*more: str, port: int = 0) -> Iterator[tuple[Cluster, "subprocess.Popen[str]"]]:
    """A scheduler without workers, as somebody else runs one."""
    command = [sys.executable, "-m", "dask", "scheduler", "--host", "127.0.0.1", "--port", str(port)]
    with subprocess.Popen(
        [*command, "--dashboard-address", "127.0.0.1:0", *more],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stderr is not None
        try:
            address = next(line.split()[-1] for line in process.stderr if "Scheduler at:" in line)
            threading.Thread(target=process.stderr.read, daemon=True).start()
            yield Cluster(address=address), process
        finally:
            process.kill()


@contextmanager
def worker(of: Cluster, **environment: str) -> Iterator["subprocess.Popen[bytes]"]:
    command = [sys.executable, "-m", "dask", "worker", of.address, "--nthreads", "1", "--no-nanny"]
    with subprocess.Popen(
        [*command, "--dashboard-address", "127.0.0.1:0"],
        cwd="/",  # else what lies in this folder would be found first
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            yield process
        finally:
            process.kill()
