"""New rows in another unit are put into that of the rows that a model learned from, which is said."""

from pathlib import Path

from desktop_app.journeys.join_tables import joined, rows_in
from desktop_app.records.lineage import Again
from desktop_app.records.orders import ImportOrder
from desktop_app.records.tables import Column, Table
from desktop_app.reports.notice_words import notice_text
from desktop_app.tables.stored.joining import Rows, parts_of
from tests.unit.journeys.asking import do
from tests.unit.models.made import save

ROWS = 30


def weighed(folder: Path, unit: str, left: str) -> Rows:
    lines = (f"{100 + row} {unit},{left}\n" for row in range(ROWS))
    (folder / f"{unit}.csv").write_text("weight,left\n" + "".join(lines), encoding="utf-8")
    order = ImportOrder(path=str(folder / f"{unit}.csv"), name=f"{unit}.csv")
    do("import", order, Table, folder / unit)
    return rows_in(folder / unit)


def together(folder: Path, unit: str) -> tuple[Table, Column]:
    card = save(folder / "model.hunch")
    parts = parts_of(weighed(folder, "kg", "yes"), weighed(folder, unit, "no"), "left")
    again = Again(model="", name="", first=0, joined=True, is_known=True)
    (folder / "joined").mkdir()
    table = joined(card, parts, again, folder / "joined", lambda _: None).table
    (weight,) = (column for column in table.columns if column.name == "weight")
    return table, weight


def test_grams_become_kilograms_and_that_is_said(tmp_path: Path) -> None:
    table, weight = together(tmp_path, "g")

    assert (weight.unit, weight.minimum, weight.maximum) == ("kg", 0.1, 129.0)
    said = '"weight" is in g in the new rows. Here it is converted to kg.'
    assert notice_text(table.warnings[1]) == said


def test_what_cannot_be_converted_is_said(tmp_path: Path) -> None:
    table, _weight = together(tmp_path, "cm")

    assert table.warnings[1].level == "caution"
    assert notice_text(table.warnings[1]).startswith('"weight" is in cm in the new rows and in kg in the')
