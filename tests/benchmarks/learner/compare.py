"""Hunch against other systems on real tables: `python -m tests.benchmarks compare FOLDER [OPTIONS]`.

FOLDER holds a benchmark: `bench.py`, `summarise.py`, `systems.json` and `adapters/`. OPTIONS are those of its
`bench.py`, such as `--datasets titanic,adult --systems dummy,hunch,lgbm --budget 60 --seeds 0`; without
`--systems` they are dummy and hunch, both with the Python that runs this. It is told of Hunch by
`$BENCH_SYSTEMS` and `$BENCH_ADAPTERS`; what it makes goes to `$BENCH_OUT`, or `out/bench` of the folder you
stand in, and runs that are there already are not run again. Then `summarise.py` prints its tables.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
OURS = HERE / "systems.json"
PLACE = "{python}"


def main(arguments: Sequence[str]) -> None:
    """Run the benchmark, then print what came of it."""
    if not arguments or not (Path(arguments[0]) / "bench.py").is_file():
        print(__doc__)
        return
    folder, options = Path(arguments[0]).resolve(), list(arguments[1:])
    if "--systems" not in options:
        options += ["--systems", "dummy,hunch"]
    out = Path(os.environ.get("BENCH_OUT", Path("out") / "bench")).resolve()
    out.mkdir(parents=True, exist_ok=True)
    systems = out / "systems.json"
    systems.write_text(json.dumps(systems_with_ours(folder / "systems.json"), indent=1))
    told = {"BENCH_OUT": str(out), "BENCH_SYSTEMS": str(systems), "BENCH_ADAPTERS": str(HERE)}
    environment = {**os.environ, **told}
    _run([str(folder / "bench.py"), *options], environment)
    shown = ["--results", str(out / (_value(options, "--out") or "results.csv"))]
    if budget := _value(options, "--budget"):
        shown += ["--budget", budget]
    _run([str(folder / "summarise.py"), *shown, "--common"], environment)


def systems_with_ours(theirs: Path) -> dict[str, dict[str, object]]:
    """Return the systems of a benchmark and ours, which run with this Python."""
    systems: dict[str, dict[str, object]] = json.loads(theirs.read_text()) if theirs.is_file() else {}
    own: dict[str, dict[str, object]] = json.loads(OURS.read_text())
    for system in own.values():
        system["python"] = str(system["python"]).replace(PLACE, sys.executable)
    return systems | own


def _run(words: Sequence[str], environment: dict[str, str]) -> None:
    code = subprocess.run([sys.executable, *words], env=environment, check=False).returncode
    if code:
        raise SystemExit(code)


def _value(options: Sequence[str], name: str) -> str:
    """Return what follows an option, or stands behind its equals sign; nothing where it is not there."""
    for option, following in zip(options, (*options[1:], ""), strict=True):
        if option == name:
            return following
        if option.startswith(f"{name}="):
            return option.removeprefix(f"{name}=")
    return ""
