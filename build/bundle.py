"""Freezes the program into out/dist/hunch, tries it as a person's computer would, and says how big it is.

python build/bundle.py                 freeze, self-test
python build/bundle.py --sizes         the same, and writes docs/size.md (packs it once: a minute or two)
"""

import compileall
import hashlib
import json
import os
import py_compile
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import offline
import sizes

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
OUT = ROOT / "out" / "dist"
BUNDLE = OUT / "hunch"
INSIDE = BUNDLE / "_internal"
PROGRAM = BUNDLE / ("hunch.exe" if os.name == "nt" else "hunch")
PATIENCE = 300  # seconds for the whole self-test


def main() -> int:
    """Freeze, slim, try; return 0 when the program works and leaves nothing behind."""
    started = time.monotonic()
    freeze()
    compile_templates()
    slim()
    write_hashes()
    print(f"Frozen into {PROGRAM.relative_to(ROOT)} in {time.monotonic() - started:.0f} s", flush=True)
    if not try_it():
        return 1
    print(sizes.summary(BUNDLE))
    if "--sizes" in sys.argv:
        sizes.write(BUNDLE, ROOT / "docs" / "size.md")
    return 0


def freeze() -> None:
    """Run PyInstaller; the first two variables make two runs give the same bytes."""
    environment = os.environ | {
        "PYTHONHASHSEED": "1",
        "SOURCE_DATE_EPOCH": _date_of_commit(),
        "PYINSTALLER_ZLIB_COMPRESSION_LEVEL": "0",  # to unpack 500 modules takes a fifth of the start
    }
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    command += [
        "--workpath",
        str(ROOT / "out" / "work"),
        "--distpath",
        str(OUT),
        str(ROOT / "spec" / "hunch.spec"),
    ]
    subprocess.run(command, env=environment, cwd=ROOT, check=True)


def compile_templates() -> None:
    """Turn the templates into modules: to compile those of the first page takes a fifth of the start."""
    from flask import Flask

    from desktop_app.paths import COMPILED
    from desktop_app.web import templating

    templates, made = INSIDE / "ui" / "templates", INSIDE / "ui" / COMPILED
    app = Flask("desktop_app", template_folder=str(templates))
    templating.install(app)
    app.jinja_env.compile_templates(made, extensions=["html"], zip=None, ignore_errors=False)
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH  # no dates, so that two runs give the same bytes
    if not compileall.compile_dir(made, quiet=1, legacy=True, stripdir=str(INSIDE), invalidation_mode=mode):
        sys.exit("A template does not compile.")
    for source in made.glob("*.py"):
        source.unlink()
    shutil.rmtree(templates)


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


def _date_of_commit() -> str:
    command = ["git", "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    except OSError:
        return "1700000000"
    return done.stdout.strip() or "1700000000"


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    sys.exit(main())
