"""What a cluster costs and brings: measured on two workers of this computer, simulated for up to a thousand.

python -m tests.benchmarks scale [GROUPS] [ROWS]

GROUPS (200) tables of ROWS (2,000), a search for each: two threads here beside two workers here. The same
rows in one table, a model for each group of one search, as `hunch train --each` does. Then what a task that
does nothing costs the computer that hands it out, and the scheduler (processor time, so that other work on
this computer counts little), and what is sent. From these, `simulated_cluster` says how long clusters of
other sizes take.
"""

import json
import operator
import pickle
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from desktop_app.engine.training import train
from desktop_app.engine.workshop import HERE, Fits, Hands
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.remote import Cluster as Address
from desktop_app.records.results import Evaluation
from desktop_app.remote.connecting import client_of
from desktop_app.remote.elsewhere import Elsewhere
from tests.benchmarks.simulated_cluster import Cluster, Costs, efficiency_of, most_that_pay, seconds_of
from tests.unit.engine.made import table_for

if TYPE_CHECKING:
    from distributed import Client

ROOT = Path(__file__).resolve().parents[2]
GROUPS, ROWS, WORKERS, EMPTY = 200, 2_000, 2, 2_000
SIZES = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000)
MANY = (5_000, 50_000, 500_000)
BATCHES = (1, 10)
PLAN = TrainingPlan(target="spent", budget=1.0, any_row=True)


def main(arguments: Sequence[str]) -> None:
    """Print what was measured, then what follows from it."""
    groups = int(arguments[0]) if arguments else GROUPS
    rows = int(arguments[1]) if arguments[1:] else ROWS
    frames = [_frame(rows, seed) for seed in range(groups)]
    here, together_here = _seconds_of_all(frames, HERE), _seconds_of_one(frames, HERE)
    with cluster_here() as (cluster, client):
        hands = Elsewhere(client, WORKERS)
        _seconds_of_all(frames[:WORKERS], hands)  # the libraries are loaded then
        there, together_there = _seconds_of_all(frames, hands), _seconds_of_one(frames, hands)
        mine, its = _costs_of_nothing(hands, client)
    work, sent = 2 * there / groups, float(len(pickle.dumps(frames[0])))
    print("| what was measured | |\n|---|---:|")
    print(f"| {groups} groups of {rows:,} rows, two threads here | {here:.1f} s |")
    print(f"| the same, two workers here ({cluster.address.split(':')[0]}) | {there:.1f} s |")
    print(f"| in one table, a model for each, two threads here | {together_here:.1f} s |")
    print(f"| the same, two workers here | {together_there:.1f} s |")
    print(f"| a group, one worker | {work:.2f} s |")
    print(f"| a task, the computer that hands it out | {1e3 * mine:.2f} ms |")
    print(f"| a task, the scheduler | {1e3 * its:.2f} ms |")
    print(f"| the rows of a group | {sent / 1e3:,.0f} kB |\n", flush=True)
    for seconds in (work, 0.05):
        print(f"A group takes a worker {seconds:.2f} s:\n")
        _simulate(Costs(client=mine, scheduler=its, work=seconds, group=sent))


def learned(
    frame: pd.DataFrame, plan: TrainingPlan = PLAN, threads: int = 1, hands: Hands = HERE
) -> Evaluation:
    """Return what a search finds, which tries as much on any computer: what a worker is asked."""
    with tempfile.TemporaryDirectory() as folder:
        place, table = Path(folder), table_for(frame)
        return train(
            frame, table, plan, place, lambda _: None, clock=lambda: 0.0, threads=threads, hands=hands
        ).evaluation


def _frame(rows: int, seed: int) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    told = {f"n{at}": rng.normal(size=rows) for at in range(8)}
    spent = 100 + rng.normal(5, 2) * told["n0"] + 3 * told["n1"] ** 2 + rng.normal(size=rows)
    return pd.DataFrame({**told, "spent": spent})


def _seconds_of_all(frames: Sequence[pd.DataFrame], hands: Hands) -> float:
    began = time.monotonic()
    with ThreadPoolExecutor(WORKERS) as pool:
        Fits(pool=pool, hands=hands).each(_one, None, [(frame,) for frame in frames])
    return time.monotonic() - began


def _seconds_of_one(frames: Sequence[pd.DataFrame], hands: Hands) -> float:
    whole = pd.concat([frame.assign(shop=f"shop {at}") for at, frame in enumerate(frames)], ignore_index=True)
    began = time.monotonic()
    found = learned(whole, replace(PLAN, each="shop"), WORKERS, hands)
    assert found.apart is not None  # else it was not measured
    return time.monotonic() - began


def _one(_shared: object, frame: pd.DataFrame) -> float:
    return learned(frame).score.value


def _costs_of_nothing(hands: Elsewhere, client: "Client") -> tuple[float, float]:
    """Return the seconds of the processor for a task, of this process and of the scheduler."""
    theirs = client.run_on_scheduler(time.process_time)
    mine = time.process_time()
    with ThreadPoolExecutor(WORKERS) as pool:
        list(pool.map(lambda at: hands.do(operator.add, at, 1), range(EMPTY)))
    mine = time.process_time() - mine
    theirs = client.run_on_scheduler(time.process_time) - theirs
    return mine / EMPTY, theirs / EMPTY


@contextmanager
def cluster_here() -> Iterator[tuple[Address, "Client"]]:
    """Give a cluster whose scheduler is a process of its own, and a connection to it."""
    command = [sys.executable, str(ROOT / "main.py"), "dask", "up", "--workers", str(WORKERS), "--json"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            told = json.loads(process.stdout.readline())
            cluster = Address(address=told["address"], keys=told["keys"])
            with client_of(cluster) as client:
                client.wait_for_workers(WORKERS, timeout=60)
                yield cluster, client
        finally:
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=60)


def _simulate(costs: Costs) -> None:
    print("| groups | a task | " + " | ".join(f"{size:,}" for size in SIZES) + " | most that pay |")
    print("|---:|---:|" + "---:|" * (len(SIZES) + 1))
    for groups in MANY:
        for batch in BATCHES:
            cells = []
            for size in SIZES:
                cluster = Cluster(workers=size, batch=batch)
                share = efficiency_of(costs, cluster, groups)
                cells.append(f"{_told(seconds_of(costs, cluster, groups))} ({share:.0%})")
            most = most_that_pay(costs, SIZES, batch, groups)
            print(f"| {groups:,} | {batch} | {' | '.join(cells)} | {most:,} |", flush=True)
    print()


def _told(seconds: float) -> str:
    if seconds < 100:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 7200 else f"{seconds / 3600:.0f} h"
