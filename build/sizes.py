"""How big the frozen program is, part by part."""

import lzma
import platform
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

MOST = 15
WHY = {
    "scikit-learn": "the models",
    "scipy": "scikit-learn needs it",
    "numpy": "numbers in bulk; with OpenBLAS",
    "OpenBLAS and Fortran": "fast sums; numpy and scipy each bring theirs",
    "pandas": "tables for the engine",
    "duckdb": "reads, stores and pages tables larger than memory",
    "Python": "the interpreter and its standard library",
    "OpenSSL": "Python's ssl and hashlib",
    "Calamine": "reads Excel files",
    "pyreadstat": "reads files of SPSS, Stata and SAS",
    "chardet": "finds out in which letters a text is written",
    "SQLite": "what the workspace remembers",
    "typst": "sets reports as PDF, and draws their pictures for Word",
    "onnxruntime": "walks the trees of models, twice as fast as scikit-learn",
    "onnx": "writes those trees in the form that onnxruntime reads",
    "lxml": "writes documents for Word",
    "Our pages": "templates, styles, scripts, sample tables",
}
LEFT_OUT = """\
Left out: GTK, WebKit and every other library of the system (the window uses those of the computer), the test
suites of the libraries, symbols for debuggers, Qt, pyarrow (DuckDB reads and writes Parquet), matplotlib
(pictures are SVG) and openpyxl (Calamine reads, XlsxWriter writes)."""


def summary(bundle: Path) -> str:
    """Return the size and the biggest parts, for the terminal."""
    parts = _parts(bundle)
    lines = [f"{_mb(sum(parts.values()))} MB unpacked; the biggest parts:"]
    lines += [f"  {_mb(size):>6} MB  {name}" for name, size in _biggest(parts)]
    return "\n".join(lines)


def write(bundle: Path, page: Path) -> None:
    """Write docs/size.md: unpacked, packed, and the biggest parts with what each is for."""
    parts = _parts(bundle)
    packed, how = _packed(bundle)
    lines = [
        "# How big the program is",
        "",
        f"Written by `python build/bundle.py --sizes` on {platform.system()}.",
        "",
        f"Unpacked: **{_mb(sum(parts.values()))} MB** (goal: at most 500). "
        f"Packed as {how}: **{_mb(packed)} MB** (goal: at most 170).",
        "",
        "| part | MB | what for |",
        "|---|---:|---|",
        *(f"| {name} | {_mb(size)} | {WHY.get(name, '')} |" for name, size in _biggest(parts)),
        "",
        LEFT_OUT,
        "",
    ]
    page.write_text("\n".join(lines), encoding="utf-8")


def _biggest(parts: dict[str, int]) -> list[tuple[str, int]]:
    return sorted(parts.items(), key=lambda part: -part[1])[:MOST]


def _parts(bundle: Path) -> dict[str, int]:
    sizes: dict[str, int] = {}
    for path in bundle.rglob("*"):
        if path.is_file() and not path.is_symlink():
            name = _part_of(path.relative_to(bundle))
            sizes[name] = sizes.get(name, 0) + path.stat().st_size
    return sizes


def _part_of(path: Path) -> str:
    top = path.parts[1] if path.parts[0] == "_internal" and len(path.parts) > 1 else path.parts[0]
    if top.endswith(".libs"):
        return "OpenBLAS and Fortran"
    if "__mypyc" in top:
        return "chardet"  # the only one that is compiled so
    known = {
        "sklearn": "scikit-learn",
        "hunch": "Our code and all pure Python",
        "hunch.exe": "Our code and all pure Python",
        "ui": "Our pages",
        "python_calamine": "Calamine",
        "base_library.zip": "Python",
    }
    starts = {
        "_duckdb": "duckdb",
        "libpython": "Python",
        "python3": "Python",
        "libcrypto": "OpenSSL",
        "libssl": "OpenSSL",
        "libsqlite": "SQLite",
    }
    return known.get(top) or next((name for start, name in starts.items() if top.startswith(start)), top)


def _packed(bundle: Path) -> tuple[int, str]:
    """Return the size of the packed folder and how it was packed."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "hunch.tar"
        with tarfile.open(plain, "w") as tar:
            tar.add(bundle, "hunch")
        if shutil.which("zstd"):
            packed = Path(folder) / "hunch.tar.zst"
            subprocess.run(["zstd", "-q", "-19", "-T0", str(plain), "-o", str(packed)], check=True)
            return packed.stat().st_size, ".tar.zst (level 19)"
        packed = Path(folder) / "hunch.tar.xz"
        with plain.open("rb") as source, lzma.open(packed, "wb", preset=6) as goal:
            shutil.copyfileobj(source, goal, 1 << 20)
        return packed.stat().st_size, ".tar.xz"


def _mb(size: int) -> str:
    return f"{size / 1e6:.1f}" if size < 10e6 else f"{size / 1e6:.0f}"
