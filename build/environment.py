"""The Python environment in `.venv`: made once from the hashed locks, and again when a lock changes."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
TOOLS = ROOT / "out" / "tools"
LOCKS = ROOT / "requirements"
STAMP = VENV / "locks.json"  # the locks that were installed, so that the second time has nothing to do
# The certificates of the system, because many companies read the traffic of their network with their own.
SETTINGS = {"UV_PYTHON_DOWNLOADS": "never", "UV_NO_PROGRESS": "1", "UV_SYSTEM_CERTS": "1"}
HOLDS = {"run": ("run",), "dev": ("dev", "run"), "window-linux": ("window-linux",)}  # dev.in includes run.in


def python() -> Path:
    """Return the interpreter of the environment."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def ready(kind: str, *, window: str = "") -> None:
    """Bring the environment to the locks *kind* and *window*; do nothing where they are installed."""
    installed = _installed()
    wanted = ["dev" if "dev" in installed else kind]  # running must not take the tests' tools away again
    if window or "window-linux" in installed:
        wanted.append("window-linux")
    if set(wanted) <= installed and python().exists():
        return
    if not _sync(wanted) and "window-linux" in wanted:
        print("Setting up: the part for a window could not be built, so the pages open in a browser.")
        wanted.remove("window-linux")
        _sync(wanted, must=True)
    names = {name for lock in wanted for name in HOLDS[lock]}
    STAMP.write_text(json.dumps({name: _hash(name) for name in sorted(names)}), encoding="utf-8")


def _installed() -> set[str]:
    """Return the locks whose present text is what the environment was made from."""
    try:
        stamp: dict[str, str] = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return set()
    return {name for name, digest in stamp.items() if _lock(name).exists() and digest == _hash(name)}


def _lock(name: str) -> Path:
    return LOCKS / f"{name}.lock"


def _hash(name: str) -> str:
    return hashlib.sha256(_lock(name).read_bytes() + sys.version.encode()).hexdigest()


def _sync(wanted: Sequence[str], *, must: bool = False) -> bool:
    print(f"Setting up: Python packages of {', '.join(f'requirements/{name}.lock' for name in wanted)}")
    STAMP.unlink(missing_ok=True)
    if not _fits(python()):
        uv("venv", "--quiet", "--clear", "--python", sys.executable, str(VENV))
    locks = [str(_lock(name)) for name in wanted]
    # All is compiled at once: where Python may not write bytecode, every start would do it again.
    how = ["--quiet", "--require-hashes", "--compile-bytecode", "--python", str(python())]
    code = uv("pip", "sync", *how, *locks, check=False)
    subprocess.call([python(), "-m", "compileall", "-q", "desktop_app"], cwd=ROOT)
    if code and (must or "window-linux" not in wanted):
        sys.exit(f"The packages could not be installed (uv ended with {code}).")
    return code == 0


def _fits(interpreter: Path) -> bool:
    """Whether the environment runs, and on the Python that runs this."""
    ask = "import sys; print(*sys.version_info[:2], sys.prefix != sys.base_prefix)"
    try:
        answer = subprocess.run([interpreter, "-c", ask], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return False
    return answer.split() == [str(sys.version_info[0]), str(sys.version_info[1]), "True"]


def uv(*arguments: str, check: bool = True) -> int:
    """Run our uv and return its exit code; end with a sentence where it failed, unless *check* is off."""
    code = subprocess.call([_uv_program(), *arguments], env=os.environ | SETTINGS, cwd=ROOT)
    if code and check:
        sys.exit(f"uv {arguments[0]} ended with {code}.")
    return code


def _uv_program() -> str:
    """Return our own uv, fetched by pip into out/tools; a uv of the person's where pip cannot fetch it."""
    wanted = hashlib.sha256(_lock("tools").read_bytes()).hexdigest()
    stamp = TOOLS / "lock.sha256"
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
        print("Setting up: uv, the tool that installs packages, into out/tools")
        shutil.rmtree(TOOLS, ignore_errors=True)
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        command += [
            "--require-hashes",
            "--only-binary=:all:",
            "--target",
            str(TOOLS),
            "-r",
            str(_lock("tools")),
        ]
        if subprocess.call(command, env=os.environ | {"PIP_ROOT_USER_ACTION": "ignore"}):
            return shutil.which("uv") or sys.exit(
                "pip could not fetch uv. On Debian: apt-get install python3-pip"
            )
        stamp.write_text(wanted, encoding="utf-8")
    found = next((path for path in TOOLS.glob("[bS]*/uv*") if path.stem == "uv"), None)
    return str(found) if found else sys.exit("uv was installed but is not in out/tools.")


def lock() -> int:
    """Write the locks anew from their .in files: exact versions and hashes for every system."""
    how = [
        "--universal",
        "--generate-hashes",
        "--no-header",
        "--python-version",
        "3.11",
        "--quiet",
        "--upgrade",
    ]
    for source in sorted(LOCKS.glob("*.in")):
        relative = source.relative_to(ROOT).as_posix()
        uv("pip", "compile", *how, relative, "--output-file", relative.replace(".in", ".lock"))
    return 0
