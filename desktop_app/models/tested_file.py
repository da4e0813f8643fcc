"""The rows that tested a model, kept beside it in the workspace: what is really there, and what it answered.

They are single rows of the person's table, so no model file holds them.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from desktop_app.engine.arrays import Ints
from desktop_app.engine.evaluation.unseen import Unseen
from desktop_app.errors import DataError
from desktop_app.records.jsonable import to_json
from desktop_app.records.tables import Table
from desktop_app.tables.duck import connect, memory_for
from desktop_app.tables.faults import faults_of
from desktop_app.tables.row_groups import form_for, write_groups

_FACTS = ("row", "value", "cluster", "numbering")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRows:
    """What tested a model; *numbering* is the same wherever the same numbers mean the same rows."""

    unseen: Unseen  # its rows are those of the table, counted from 0
    numbering: str


def numbering_of(table: Table) -> str:
    """Return what tells how the rows of a table are counted: its file, their place in it, who is left out."""
    recipe, wishes = table.recipe, table.recipe.wishes
    types = {column.in_file: column.type for column in table.all_columns}
    rules = [
        [to_json(rule), types.get(rule.column, ""), wishes.readings.get(rule.column, "")]
        for rule in wishes.rows_out
    ]
    place = [recipe.sheet, recipe.range, recipe.header, recipe.header_rows, recipe.left_out, recipe.delimiter]
    facts = [table.sha256, table.rows, place, rules, list(table.rows_out)]
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def write_tested(path: Path, tested: Unseen, table: Table, numbers: Ints | None = None) -> None:
    """Write the rows that tested a model to *path*.

    Where only some rows of the table were read, *numbers* (rows read,) says which; the rows of *tested* are
    places among them. Raises SaveError.
    """
    rows = tested.rows if numbers is None else numbers[tested.rows]
    facts: dict[str, Any] = {
        "row": rows.astype(np.int64),
        "value": tested.values.astype(np.float64),
        "cluster": tested.clusters.astype(np.int64),
        "numbering": numbering_of(table),
    }
    for letter, said in (("a", tested.answers), ("g", tested.guesses)):
        facts |= {f"{letter}{place}": said[:, place] for place in range(said.shape[1])}
    with faults_of(path), connect(folder=path.parent, memory=memory_for(len(facts))) as duck:
        duck.register("tested", pd.DataFrame(facts))
        write_groups(duck, "SELECT * FROM tested", [], path, form_for(len(facts)))
        duck.unregister("tested")


def read_tested(path: Path, classes: int, folder: Path) -> KeptRows:
    """Return what *path* holds of a model of so many classes (0: a number); *folder* is room to work in.

    Raises DataError where it holds no such thing, as beside a model of an older program.
    """
    import duckdb

    if not path.is_file():
        raise DataError("tested.none")
    try:
        with connect(folder=folder, confined=True, file=path) as duck:
            found = duck.execute("SELECT * FROM read_parquet(?)", [str(path)]).df()
        return KeptRows(unseen=_unseen(found, classes), numbering=str(found["numbering"].iloc[0]))
    except (duckdb.Error, ValueError, KeyError, IndexError) as error:
        raise DataError("tested.none") from error


def _unseen(found: pd.DataFrame, classes: int) -> Unseen:
    """Return the tests that a file holds. Raises ValueError or KeyError where it does not hold such tests."""
    width = range(max(1, classes))
    said = [f"{letter}{place}" for letter in "ag" for place in width]
    if set(found) != {*_FACTS, *said}:
        raise ValueError("it holds other columns")
    numbers = {name: found[name].to_numpy(dtype=np.float64) for name in ("row", "value", "cluster", *said)}
    if not all(np.isfinite(part).all() for part in numbers.values()) or numbers["row"].min() < 0:
        raise ValueError("a number is none")
    rows, clusters = (numbers[name].astype(np.int64) for name in ("row", "cluster"))
    values = numbers["value"]
    if classes and not np.isin(values, np.arange(classes)).all():
        raise ValueError("a kind is none of the model's")
    return Unseen(
        classes=classes,
        rows=rows,
        values=values.astype(np.int64) if classes else values,
        answers=np.stack([numbers[f"a{place}"] for place in width], axis=1),
        guesses=np.stack([numbers[f"g{place}"] for place in width], axis=1),
        clusters=np.unique(clusters, return_inverse=True)[1],
        repeats=max(1, len(rows) // len(np.unique(rows))),
    )
