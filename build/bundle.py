"""Freezes the program into out/dist/hunch, tries it as a person's computer would, and says how big it is.

python build/bundle.py
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import offline
import sizes
from packing import inside, product

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
OUT = ROOT / "out" / "dist"
WORK = ROOT / "out" / "work" / "hunch"  # where PyInstaller writes down what it takes
BUNDLE = OUT / "hunch"
INSIDE = BUNDLE / "_internal"
PROGRAM = BUNDLE / ("hunch.exe" if os.name == "nt" else "hunch")
PATIENCE = 300  # seconds for the whole self-test


def main() -> int:
    """Freeze, slim, try; return 0 when the program works and leaves nothing behind."""
    started = time.monotonic()
    make()
    print(f"Frozen into {PROGRAM.relative_to(ROOT)} in {time.monotonic() - started:.0f} s", flush=True)
    if not try_it():
        return 1
    print(sizes.summary(BUNDLE))
    return 0


def make() -> None:
    """Freeze and finish; raise LicenceError where a part may not be shipped."""
    freeze()
    compile_templates()
    slim()
    inside.describe(WORK, INSIDE, product.date())
    write_hashes()


def freeze() -> None:
    """Run PyInstaller; the first two variables make two runs give the same bytes."""
    environment = os.environ | {
        "PYTHONHASHSEED": "1",
        "SOURCE_DATE_EPOCH": str(product.date()),
        "PYINSTALLER_ZLIB_COMPRESSION_LEVEL": "0",  # to unpack 500 modules takes a fifth of the start
    }
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    command += [
        "--workpath",
        str(WORK.parent),
        "--distpath",
        str(OUT),
        str(ROOT / "spec" / "hunch.spec"),
    ]
    subprocess.run(command, env=environment, cwd=ROOT, check=True)


def compile_templates(within: Path = INSIDE) -> None:
    """Put compiled templates in the place of their sources; always the same bytes."""
    command = [sys.executable, "-B", str(ROOT / "build" / "compile_pages.py"), str(within)]
    subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": "1"}, cwd=ROOT, check=True)


def slim() -> None:
    """Take the symbols out of Linux libraries, but for those of *.libs: OpenBLAS breaks without its own."""
    if not sys.platform.startswith("linux") or not shutil.which("strip"):
        return
    for path in _files():
        outside = not any(part.endswith(".libs") for part in path.relative_to(BUNDLE).parts)
        if outside and path != PROGRAM and path.read_bytes()[:4] == b"\x7fELF":
            subprocess.run(["strip", "--strip-unneeded", str(path)], check=True)


def write_hashes() -> None:
    """Write down what every file is, so that the self-test finds a damaged one."""
    listed = {
        path.relative_to(INSIDE).as_posix(): _sha256(path) for path in _files() if path.is_relative_to(INSIDE)
    }
    (INSIDE / "hashes.json").write_text(json.dumps(listed, indent=0, sort_keys=True), encoding="utf-8")


def try_it() -> bool:
    """Run the self-test with a bare environment and, where that is allowed, without a network."""
    with tempfile.TemporaryDirectory(prefix="a person's ünique folder ") as home:
        command = offline.wrapped([str(PROGRAM), "--selftest"])
        done = subprocess.run(command, env=_bare(home), cwd=home, timeout=PATIENCE, check=False)
        left = list(_still_running())
        log = Path(home) / "workspace" / "hunch.log"
        if done.returncode and log.exists():
            print(log.read_text(encoding="utf-8")[-5000:])
    if done.returncode:
        print(f"The self-test ended with {done.returncode}.")
    if left:
        print("Processes are left behind:", *left, sep="\n  ")
    return done.returncode == 0 and not left


def _bare(home: str) -> dict[str, str]:
    """Return the environment of a computer on which no Python was ever installed."""
    kept = {
        name: os.environ[name]
        for name in ("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "TEMP", "TMP")
        if name in os.environ
    }
    path = "" if os.name == "nt" else "/usr/bin:/bin"
    return {**kept, "HOME": home, "USERPROFILE": home, "HUNCH_WORKSPACE": f"{home}/workspace", "PATH": path}


def _still_running() -> Iterator[str]:
    """Yield the processes that run the frozen program, a moment after it has ended."""
    import psutil

    time.sleep(0.5)
    for process in psutil.process_iter(["exe", "cmdline"]):
        if process.info["exe"] and Path(process.info["exe"]) == PROGRAM:
            yield " ".join(process.info["cmdline"] or [])


def _files() -> list[Path]:
    return [path for path in sorted(BUNDLE.rglob("*")) if path.is_file() and not path.is_symlink()]


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    sys.exit(main())
