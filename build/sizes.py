"""How big the frozen program is, part by part."""

import platform
from collections.abc import Iterable
from pathlib import Path

from packing import product

MOST = 15
HEAD = "| to download (goal: at most 170 MB) | MB |"
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
    "pydantic_core": "checks what programs of the person's ask for",
    "Our pages": "templates, styles, scripts, sample tables",
}
LEFT_OUT = """\
Left out: GTK, WebKit and every other library of the system (the window uses those of the computer), the test
suites of the libraries, symbols for debuggers, Qt, pyarrow (DuckDB reads and writes Parquet), matplotlib
(pictures are SVG), openpyxl (Calamine reads, XlsxWriter writes) and readline (its licence is the GPL)."""


def summary(bundle: Path) -> str:
    """Return the size and the biggest parts, for the terminal."""
    parts = _parts(bundle)
    lines = [f"{_mb(sum(parts.values()))} MB unpacked; the biggest parts:"]
    lines += [f"  {_mb(size):>6} MB  {name}" for name, size in _biggest(parts)]
    return "\n".join(lines)


def write(bundle: Path, page: Path, packages: Iterable[Path]) -> None:
    """Write docs/size.md: the packages, the program unpacked, and its biggest parts with what each is for.

    Packages of this version that are of another system stay in the table; of Windows they alone are written.
    """
    rows = _rows(page) | {path.name: f"| {path.name} | {_mb(path.stat().st_size)} |" for path in packages}
    table = [HEAD, "|---|---:|", *(rows[name] for name in sorted(rows)), ""]
    if (bundle / "hunch.exe").exists() and page.exists():
        before, _, rest = page.read_text(encoding="utf-8").partition(HEAD)
        page.write_text(before + "\n".join(table) + "\n" + rest.partition("\n\n")[2], encoding="utf-8")
        return
    parts = _parts(bundle)
    lines = [
        "# How big the program is",
        "",
        f"Written by `python build/release.py --sizes` on {platform.system()}.",
        "",
        f"Unpacked: **{_mb(sum(parts.values()))} MB** (goal: at most 500).",
        "",
        *table,
        "| part | MB | what for |",
        "|---|---:|---|",
        *(f"| {name} | {_mb(size)} | {WHY.get(name, '')} |" for name, size in _biggest(parts)),
        "",
        LEFT_OUT,
        "",
    ]
    page.write_text("\n".join(lines), encoding="utf-8")


def _rows(page: Path) -> dict[str, str]:
    """Return the lines of the table that are there, by the package of this version that each is about."""
    lines = page.read_text(encoding="utf-8").splitlines() if page.exists() else []
    found = {line.split()[1]: line for line in lines if line.startswith("| hunch")}
    return {name: line for name, line in found.items() if product.VERSION in name}


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


def _mb(size: int) -> str:
    return f"{size / 1e6:.1f}" if size < 10e6 else f"{size / 1e6:.0f}"
