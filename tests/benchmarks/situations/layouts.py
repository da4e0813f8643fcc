"""New files of the same rows that are laid out otherwise than the file that was learned from."""

from pathlib import Path

import duckdb
import pandas as pd

from tests.benchmarks.situations.changes import csv
from tests.benchmarks.situations.sources import LINE, Source

ACCENTS = "Zürich, Málaga"


def decimal_comma(source: Source, folder: Path) -> Path:
    """Write all numbers with a comma before their decimals, as is the use with semicolons."""
    return csv(source.rows.apply(_with_comma), folder, sep=";")


def _with_comma(cells: "pd.Series[str]") -> "pd.Series[str]":
    is_number = pd.to_numeric(cells, errors="coerce").notna()
    return cells.where(~is_number, cells.str.replace(".", ",", regex=False))


def semicolons(source: Source, folder: Path) -> Path:
    """Write semicolons between the cells, and points in numbers."""
    return csv(source.rows, folder, sep=";")


def other_letters(source: Source, folder: Path) -> Path:
    """Write the letters as Windows does in the West."""
    path = folder / "new.csv"
    source.rows.assign(place=ACCENTS).to_csv(path, index=False, encoding="cp1252")
    return path


def title_above(source: Source, folder: Path) -> Path:
    """Write a title and an empty row above the names."""
    path = csv(source.rows, folder)
    path.write_text("Report of the third quarter\n\n" + path.read_text())
    return path


def total_below(source: Source, folder: Path) -> Path:
    """Write a row of sums below the others."""
    sums = {source.number: f"{pd.to_numeric(source.rows[source.number], errors='coerce').sum():g}"}
    total = pd.DataFrame([dict.fromkeys(source.rows, "") | sums | {LINE: "Total"}])
    return csv(pd.concat([source.rows, total]), folder)


def workbook(source: Source, folder: Path) -> Path:
    """Write a workbook with numbers as numbers and days as days."""
    path = folder / "new.xlsx"
    _typed(source).to_excel(path, index=False)
    return path


def two_sheets(source: Source, folder: Path) -> Path:
    """Write a workbook whose first sheet is about something else."""
    path = folder / "new.xlsx"
    with pd.ExcelWriter(path) as book:
        source.other.head(12).to_excel(book, sheet_name="Notes", index=False)
        _typed(source).to_excel(book, sheet_name="Rows", index=False)
    return path


def parquet(source: Source, folder: Path) -> Path:
    """Write a file of columns with types."""
    path = folder / "new.parquet"
    with duckdb.connect() as duck:
        duck.from_df(_typed(source)).write_parquet(str(path))
    return path


def script_in_name(source: Source, folder: Path) -> Path:
    """Write a file whose name is the language of pages."""
    return csv(source.rows, folder, "<script>alert(1)<⁄script>.csv")


def _typed(source: Source) -> pd.DataFrame:
    rows = source.rows.copy()
    for name in rows:
        numbers = pd.to_numeric(rows[name], errors="coerce")
        if (numbers.notna() | (rows[name].str.strip() == "")).all():
            rows[name] = numbers
    rows[source.day] = pd.to_datetime(rows[source.day], dayfirst="/" in rows[source.day].iloc[0])
    return rows
