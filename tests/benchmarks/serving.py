"""A model over HTTP: how soon one row is answered, and how many rows a second, beside MLflow's model server.

    python -m tests.benchmarks serving [FILE TARGET] [RUNS]

Each table is learned from in five seconds and served by `hunch serve`; its rows are posted over one
connection that is kept: one row RUNS (200) times, then 100 and 10,000 rows at a time, and these as CSV. Where
the variable MLFLOW_PYTHON names the Python of an environment that holds MLflow, its server then answers the
same rows in the same way, with the lightest pipeline of scikit-learn (`mlflow_model`); both have warmed up.
"""

import csv
import http.client
import io
import itertools
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from tests.benchmarks.tables import Asked, asked

ROOT = Path(__file__).resolve().parents[2]
SIZES, TIMES, WARM = (1, 100, 10_000), (200, 50, 7), 3
PATIENCE = 120.0  # seconds until a server answers
SLOWEST = 0.95

Rows = list[dict[str, Any]]


def _csv(rows: Rows) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


class Way(NamedTuple):
    """How rows are posted to a server."""

    name: str
    path: str
    kind: str
    body: Callable[[Rows], bytes]


JSON = Way("hunch serve", "/v1/predict", "application/json", lambda rows: _json({"rows": rows}))
CSV = Way("hunch serve, CSV", "/v1/predict", "text/csv", _csv)
MLFLOW = Way("mlflow", "/invocations", "application/json", lambda rows: _json({"dataframe_records": rows}))


def main(arguments: Sequence[str]) -> None:
    """Print one line a server and size."""
    for table in asked(arguments, runs=TIMES[0]):
        rows = _rows(table)
        print(f"\n{table.file.name}: {len(rows[0])} columns\n")
        print("| server | rows | p50, ms | p95, ms | rows/s |\n|---|---:|---:|---:|---:|")
        with tempfile.TemporaryDirectory(prefix="hunch-bench-") as name:
            folder = Path(name)
            with _hunch(table, folder) as port:
                _show(port, (JSON, CSV), rows, table.runs)
            if python := os.environ.get("MLFLOW_PYTHON", ""):
                with _mlflow(python, table, folder) as port:
                    _show(port, (MLFLOW,), rows, table.runs)


def _show(port: int, ways: Sequence[Way], rows: Rows, runs: int) -> None:
    for way in ways:
        for size, times in zip(SIZES, (runs, *TIMES[1:]), strict=True):
            if way is CSV and size == 1:
                continue
            some = list(itertools.islice(itertools.cycle(rows), size))
            took = sorted(_posted(port, way, way.body(some), times))
            middle, slow = statistics.median(took), took[int(SLOWEST * (len(took) - 1))]
            figures = f"{middle * 1e3:.1f} | {slow * 1e3:.1f} | {size / middle:,.0f}"
            print(f"| {way.name} | {size:,} | {figures} |", flush=True)


def _posted(port: int, way: Way, body: bytes, times: int) -> list[float]:
    """Return the seconds of each request; raises SystemExit where one is not answered."""
    line, took = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE), []
    for _ in range(times + WARM):
        began = time.perf_counter()
        line.request("POST", way.path, body, {"Content-Type": way.kind})
        answer = line.getresponse()
        said = answer.read()
        took.append(time.perf_counter() - began)
        if answer.status != 200:
            raise SystemExit(f"{way.name} says {answer.status}: {said[:300]!r}")
    line.close()
    return took[WARM:]


@contextmanager
def _hunch(table: Asked, folder: Path) -> Iterator[int]:
    model, port = folder / "model.hunch", _free_port()
    words = [
        str(table.file),
        "--target",
        table.target,
        "--known",
        "all",
        "--budget",
        "5",
        "--out",
        str(model),
    ]
    subprocess.run([sys.executable, "main.py", "train", *words], cwd=ROOT, capture_output=True, check=False)
    command = [sys.executable, "main.py", "serve", str(model), "--port", str(port), "--quiet"]
    with _running(command, port, "/ready"):
        yield port


@contextmanager
def _mlflow(python: str, table: Asked, folder: Path) -> Iterator[int]:
    model, port = folder / "mlflow", _free_port()
    script = Path(__file__).with_name("mlflow_model.py")
    subprocess.run(
        [python, str(script), str(table.file), table.target, str(model)], capture_output=True, check=True
    )
    words = [
        "models",
        "serve",
        "-m",
        str(model),
        "--env-manager",
        "local",
        "--port",
        str(port),
        "--workers",
        "1",
    ]
    with _running([python, "-m", "mlflow", *words], port, "/health"):
        yield port


@contextmanager
def _running(command: Sequence[str], port: int, path: str) -> Iterator[None]:
    environment = os.environ | {"PATH": f"{Path(command[0]).parent}{os.pathsep}{os.environ['PATH']}"}
    program = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        _wait_for(port, path)
        yield
    finally:
        os.killpg(program.pid, 15)
        program.wait(PATIENCE)


def _wait_for(port: int, path: str) -> None:
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends:
        try:
            line = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            line.request("GET", path)
            if line.getresponse().status == 200:
                return
        except OSError:
            pass
        time.sleep(0.2)
    raise SystemExit("a server does not answer")


def _rows(table: Asked) -> Rows:
    """Return the rows of a file as JSON: numbers where a column holds nothing else."""
    with table.file.open(encoding="utf-8-sig", newline="") as file:
        found: Rows = [
            {name: cell or None for name, cell in row.items() if name != table.target}
            for row in csv.DictReader(file)
        ]
    numbers = [name for name in found[0] if all(_is_number(row[name]) for row in found)]
    return [row | {name: float(row[name]) if row[name] else None for name in numbers} for row in found]


def _is_number(cell: Any) -> bool:
    try:
        return cell is None or (bool(cell) and float(cell) == float(cell))
    except ValueError:
        return False


def _json(value: object) -> bytes:
    return json.dumps(value).encode()


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port
