"""Large tables in a workspace, and what is seen of them in the grid."""

import json
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import ImportOrder
from desktop_app.records.stored import StoredTable
from desktop_app.records.tables import Bar, Column, Recipe, Table
from desktop_app.shell.assembly import RunningApp
from tests.stored_rows import write_rows

ROWS = 200_000
WIDE = 1_000
# The columns of the tall table, as text; "n/a" is no number and counts as missing.
CELLS = {
    "number": "range::VARCHAR",
    "region": "['West', 'East', 'نعم'][range % 3 + 1]",
    "price": "CASE range % 5 WHEN 3 THEN NULL WHEN 4 THEN 'n/a' ELSE (range / 4)::VARCHAR END",
    "note": "CASE range % 4 WHEN 0 THEN '' WHEN 1 THEN '=1+' || range WHEN 2 THEN repeat('long ', 60) "
    "ELSE 'one\nand two' END",
}


KINDS = {"number": "id", "region": "category", "price": "number", "note": "text"}


def landed(app: RunningApp, rows: int, cells: dict[str, str], kinds: dict[str, str]) -> StoredTable:
    """Return a table that is written by DuckDB straight into the workspace."""
    made = Table(
        name="made.csv", rows=rows, columns=tuple(columns_of(cells, kinds)), recipe=Recipe(format="csv")
    )
    order = ImportOrder(path="-", name=made.name)
    job = app.workspace.jobs.add("import", to_json(order), lane="short")
    folder = Path(job.folder)
    folder.mkdir(exist_ok=True)
    types = ("DOUBLE" if kinds.get(name) == "number" else "TEXT" for name in cells)
    fields = ", ".join(
        f"{sql} AS r{position}, TRY_CAST({sql} AS {type_}) AS v{position}"
        for position, (sql, type_) in enumerate(zip(cells.values(), types, strict=True))
    )
    query = f"SELECT range AS row, {fields} FROM range({rows})"  # noqa: S608 - our names
    write_rows(folder, query, options=", ROW_GROUP_SIZE 100000")
    (folder / "table.json").write_text(json.dumps(to_json(made)), encoding="utf-8")
    app.workspace.land(job, to_json(made))
    return app.workspace.tables.get(job.id)


def columns_of(cells: dict[str, str], kinds: dict[str, str]) -> Iterator[Column]:
    bars = tuple(Bar(label=label, count=66_000) for label in ("West", "East", "نعم"))
    for position, name in enumerate(cells):
        yield Column(
            name=name,
            type=kinds.get(name, "text"),  # type: ignore[arg-type]
            position=position,
            missing=3,
            distinct=90,
            examples=("1234567",),
            bars=bars,
        )


def here(page: Page) -> Locator:
    """The cell that the grid names as the one where the keys are."""
    return page.locator("#grid-here")


def opened(page: Page, address: str) -> Locator:
    page.goto(address)
    grid = page.get_by_role("grid", name="Rows")
    expect(grid.get_by_role("columnheader").nth(1)).to_contain_text("value")
    grid.focus()
    return grid


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def clipboard(page: Page) -> str:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return str(page.evaluate("() => navigator.clipboard.readText()"))
