"""The order to answer a table of the workspace, checked before a worker is asked."""

from collections.abc import Iterator
from pathlib import Path

from desktop_app.api.asked import PredictionAsked
from desktop_app.api.problems import misnamed, refused, wrong
from desktop_app.errors import DataError, FileError, NotFoundError
from desktop_app.records.answered_tables import AnswerTableOrder
from desktop_app.records.jobs import Job, Lane
from desktop_app.records.jsonable import to_json
from desktop_app.records.matching import ColumnMatch
from desktop_app.records.results import Evaluation
from desktop_app.records.stored import StoredTable, StoredTraining
from desktop_app.service.problems import saying
from desktop_app.web.context import context
from desktop_app.web.orders import LARGE, LARGE_EXPLAINED


def order_prediction(asked: PredictionAsked, training: StoredTraining, learned: Evaluation) -> Job:
    """Answer every row of the file of a table.

    Raises RefusedError where a column is named that is not there, DataError where it is known already that
    one is missing, and FileError where the file is gone.
    """
    stored = context().workspace.tables.get(asked.table)
    if errors := [*_unknown(asked, stored, learned)]:
        raise refused(*errors)
    missing = _missing(asked, stored, training, learned)
    if missing:
        raise DataError("api.missing_columns", columns=missing)
    if not Path(stored.source).is_file():
        raise FileError("refuse.source_gone", file=stored.table.name)
    matches = tuple(ColumnMatch(column=one.column, source=one.source) for one in asked.map)
    order = AnswerTableOrder(
        path=stored.source,
        name=stored.table.name,
        model=training.model,
        training_id=training.id,
        sha256=stored.table.sha256,
        matches=(*matches, *training.matches),
        known_scalings=training.scalings,
        allow_missing=tuple(asked.allow_missing),
        decision=training.decision,
        explain=asked.explain,
        learned_from=context().workspace.rows_of(training),
    )
    lane: Lane = "long" if stored.table.rows > (LARGE_EXPLAINED if asked.explain else LARGE) else "short"
    return context().jobs.submit("answer_table", to_json(order), lane=lane, subject=training.id)


def _unknown(asked: PredictionAsked, stored: StoredTable, learned: Evaluation) -> Iterator[dict[str, object]]:
    """Yield each column that is named and not there, or twice."""
    needed, there = list(learned.features), _headings(stored)
    allowed = {*needed, *(left.column for left in learned.left_out)}
    for place, name in enumerate(asked.allow_missing):
        if name not in allowed:
            yield wrong(misnamed(name, needed, "field.no_feature"), "allow_missing", place)
    named: set[tuple[str, str]] = set()
    for place, match in enumerate(asked.map):
        if match.column not in needed:
            yield wrong(misnamed(match.column, needed, "field.no_feature"), "map", place, "column")
        if match.source not in there:
            yield wrong(misnamed(match.source, sorted(there)), "map", place, "source")
        for side in (("column", match.column), ("source", match.source)):
            if side in named:
                yield wrong(saying("field.twice", {"column": side[1]}), "map", place, side[0])
            named.add(side)


def _missing(
    asked: PredictionAsked, stored: StoredTable, training: StoredTraining, learned: Evaluation
) -> list[str]:
    """Return the columns that are missing, as far as that is certain before the file is read for the model.

    Where the model knows columns under other names as well, only the worker can tell.
    """
    if training.matches or not _keeps_names(training):
        return []
    found = {*_headings(stored), *(match.column for match in asked.map), *asked.allow_missing}
    return [name for name in learned.features if name not in found]


def _keeps_names(training: StoredTraining) -> bool:
    try:
        columns = context().workspace.tables.get(training.table_id).table.columns
    except NotFoundError:
        return False
    return all(column.name == column.in_file for column in columns)


def _headings(stored: StoredTable) -> set[str]:
    return {name for column in stored.table.all_columns for name in (column.in_file, column.name)}
