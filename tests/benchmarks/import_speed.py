"""What an import costs: processor seconds against plain libraries in one run, and the memory it takes.

`python -m tests.benchmarks import [ROWS] [PYTHON]`: a CSV file of twelve columns becomes typed Parquet and a
profile. The yardstick reads the same file and describes every column: with pyarrow and pandas where PYTHON is
an interpreter that has them, else with pandas alone. Both take turns, each in a process of its own; loading
the libraries is not counted. Memory is the most that an import of five times as many rows takes.
"""

import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import duckdb

ROWS, RUNS, TIMES = 1_000_000, 3, 5
_MIB = 1024**2

_COLUMNS = """
SELECT i AS id, 'C' || lpad((hash(i, 1) % 90000)::VARCHAR, 6, '0') AS customer,
    ['north', 'south', 'east', 'west'][1 + (hash(i, 2) % 4)::INT] AS region,
    'product ' || (hash(i, 3) % 300) AS product,
    DATE '2019-01-01' + (hash(i, 4) % 2000)::INT AS ordered,
    CASE WHEN hash(i, 5) % 50 > 0 THEN round(exp(2 + (hash(i, 5) % 5000) / 1000), 2) END AS price,
    round((hash(i, 6) % 100000000) / 1e6, 6) AS weight,
    hash(i, 7) % 40 AS visits,
    round((hash(i, 8) % 10000) / 1e4, 4) AS share,
    CASE WHEN hash(i, 9) % 3 > 0 THEN 'note on case ' || (hash(i, 9) % 50000) END AS note,
    CASE WHEN hash(i, 10) % 5 > 0 THEN 'yes' ELSE 'no' END AS paid,
    TIMESTAMP '2020-01-01' + to_seconds((hash(i, 11) % 130000000)::BIGINT) AS changed
FROM range({rows}) t(i)
"""

# Each is a program of its own that prints what it took.
_OURS = """
import json, resource, sys, time
from pathlib import Path
from desktop_app.jobs.limits import be_modest, limit_memory, limits_of
from desktop_app.settings import read_settings
limits = limits_of(read_settings())
be_modest(limits)
limit_memory(limits)
import chardet, duckdb
from desktop_app.tables.importing import import_file
idle = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
path, folder = Path(sys.argv[1]), Path(sys.argv[2])
cpu, wall = time.process_time(), time.monotonic()
table = import_file(path, folder, name=path.name, report=lambda _: None)
print(json.dumps({"cpu": time.process_time() - cpu, "wall": time.monotonic() - wall, "idle": idle,
    "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, "rows": table.rows,
    "types": [column.type for column in table.columns],
    "bytes": sum(file.stat().st_size for file in folder.glob("*.parquet"))}))
"""
_THEIRS = """
import json, resource, sys, time
import pandas
try:
    from pyarrow import csv
except ImportError:
    csv = None
cpu, wall = time.process_time(), time.monotonic()
frame = csv.read_csv(sys.argv[1]).to_pandas() if csv else pandas.read_csv(sys.argv[1])
frame.describe(include="all")
print(json.dumps({"cpu": time.process_time() - cpu, "wall": time.monotonic() - wall,
    "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, "with": "pyarrow" if csv else "pandas"}))
"""


def main(arguments: Sequence[str]) -> None:
    """Print the seconds of both and their ratio, and the memory of a larger import."""
    rows = next((int(word) for word in arguments if word.isdecimal()), ROWS)
    python = next((word for word in arguments if not word.isdecimal()), sys.executable)
    with tempfile.TemporaryDirectory(prefix="hunch-bench-") as name:
        path = _written(Path(name) / "rows.csv", rows)
        size = path.stat().st_size / 1e6
        pairs = [(_ran(sys.executable, _OURS, path), _ran(python, _THEIRS, path)) for _ in range(RUNS)]
        _print(rows, size, pairs)
        larger = _ran(sys.executable, _OURS, _written(path, TIMES * rows))
    print(
        f"\n{larger['rows']:,} rows: {larger['cpu']:.1f} CPU s, {larger['wall']:.1f} s, peak memory "
        f"{larger['peak'] * 1024 / _MIB:.0f} MiB, of which {larger['idle'] * 1024 / _MIB:.0f} MiB "
        f"before it began; {larger['bytes'] / 1e6:.0f} MB of Parquet"
    )


def _print(rows: int, size: float, pairs: Sequence[tuple[dict[str, float], dict[str, float]]]) -> None:
    ours, theirs = (statistics.median(one["cpu"] for one in side) for side in zip(*pairs, strict=True))
    wall, their_wall = (statistics.median(one["wall"] for one in side) for side in zip(*pairs, strict=True))
    print("| rows | file, MB | ours, CPU s | theirs, CPU s | ratio | ours, s | theirs, s |")
    print("|---:|---:|---:|---:|---:|---:|---:|")
    print(
        f"| {rows:,} | {size:.0f} | {ours:.2f} | {theirs:.2f} ({pairs[0][1]['with']}) "
        f"| {ours / theirs:.2f} | {wall:.1f} | {their_wall:.1f} |"
    )
    print(f"\ntypes: {', '.join(map(str, pairs[0][0]['types']))}", flush=True)  # type: ignore[call-overload]  # a list


def _written(path: Path, rows: int) -> Path:
    """Write the table of that many rows; the same for the same number."""
    with duckdb.connect() as duck:
        duck.execute(f"COPY ({_COLUMNS.format(rows=rows)}) TO '{path}' (HEADER, DELIMITER ',')")
    return path


def _ran(python: str, program: str, path: Path) -> dict[str, float]:
    with tempfile.TemporaryDirectory(prefix="hunch-bench-", dir=path.parent) as folder:
        done = subprocess.run(
            [python, "-c", program, str(path), folder], capture_output=True, text=True, check=False
        )
    if done.returncode:
        raise SystemExit(done.stderr[-2000:])
    found: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return found
