"""Answer every row of a table that was prepared."""

from dataclasses import replace
from pathlib import Path

from desktop_app.journeys.reading import folder_there
from desktop_app.language import spoken
from desktop_app.models.applying import NewTable, apply_model
from desktop_app.models.opening import open_model
from desktop_app.models.parts import question_of
from desktop_app.models.preflight import preflight
from desktop_app.models.versions import versions
from desktop_app.records.jobs import Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.orders import ANSWERS_FILE, ApplyOrder
from desktop_app.records.tables import Table
from desktop_app.reports.notice_words import notice_text
from desktop_app.tables.duck import sharing
from desktop_app.tables.stored.storage import read_table


def apply(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:
    """Return what came of it; the answers are then in `answers.parquet` in *folder*.

    Where the same order was cut off in that folder, it goes on behind the rows that are answered.
    """
    order = from_json(ApplyOrder, params)
    model = open_model(Path(order.model), order.trust)
    table_folder = Path(order.table_folder)
    table, learned_from = read_table(table_folder), folder_there(order.learned_from)
    with sharing(folder):
        new = NewTable(
            folder=table_folder,
            table=table,
            preflight=preflight(model.card, table_folder, table, learned_from),
            allow_missing=order.allow_missing,
            decision=order.decision,
            threads=order.threads,
            explain=order.explain,
            learned_from=learned_from,
            question=_question(order, table, learned_from),
        )
        return to_json(apply_model(model, new, folder / ANSWERS_FILE, notice_text, report))


def _question(order: ApplyOrder, table: Table, learned_from: Path | None) -> str:
    """Return what tells the answers from all others: the language is that of their cautions.

    Without the rows that the model learned from, an answer is explained beside others.
    """
    asked = to_json(replace(order, threads=0, trust=None, learned_from=str(learned_from or "")))
    return question_of(Path(order.model), asked, to_json(table), spoken(), to_json(versions()))
