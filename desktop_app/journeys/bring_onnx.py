"""Make a model file of an ONNX graph that came from elsewhere, and of a schema that says what it means."""

import hashlib
from pathlib import Path

from desktop_app.engine.arrays import drawn
from desktop_app.engine.brought.audit.looking import LARGEST
from desktop_app.engine.brought.probing import ROWS
from desktop_app.engine.cells import Cells
from desktop_app.engine.measuring import measured, untested
from desktop_app.journeys.reading import check_asked, wrong_wishes
from desktop_app.journeys.stages import staged
from desktop_app.models.brought.bringing import Names, check_import, looked_at, model_of, probed, schema_in
from desktop_app.models.brought.saving import Source, save_brought
from desktop_app.models.brought.schema_file import LARGEST as LARGEST_SCHEMA
from desktop_app.models.brought.tested_rows import TestedRows, readings_of, tested_rows
from desktop_app.models.opening import open_model
from desktop_app.records.brought import BringOrder, BroughtFile, BroughtSchema
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.notices import Notice
from desktop_app.records.orders import MODEL_FILE, InspectOrder
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.tables import Table
from desktop_app.tables.duck import sharing
from desktop_app.tables.importing import import_file
from desktop_app.tables.kinds.signatures import read_head
from desktop_app.tables.recipes import combined, wishes_of

_LOOKED, _READ, _MEASURED = 0.1, 0.4, 0.9  # of the time
_TESTING = Notice(code="brought.testing")


def bring_onnx(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:
    """Return what came of it; the model is then at `out`, whole.

    Raises FileError where a file cannot be read, ModelError where the graph is refused, UsageError where the
    schema is not right or does not fit it, DataError where the rows that came with it cannot measure it, and
    PolicyError.
    """
    order = from_json(BringOrder, params)
    names = Names(
        graph=order.name or Path(order.path).name, schema=order.schema_name or Path(order.schema).name
    )
    check_import(order.trust, names.graph)
    content = read_head(Path(order.path), names.graph, LARGEST + 1)
    looked = looked_at(content, names)
    told = read_head(Path(order.schema), names.schema, LARGEST_SCHEMA + 1)
    model = model_of(content, looked, schema_in(told, names), names)
    report(Progress(fraction=_LOOKED))
    table = _read(order, model.schema, folder, staged(report, _LOOKED, _READ)) if order.tested else None
    rows = tested_rows(model.schema, folder, table, order.seed) if table else None
    answers = probed(model, _some(rows, order.seed), order.seed, names)
    report(Progress(fraction=_READ, notice=_TESTING if rows else None, read=True))
    plan = TrainingPlan(target=model.schema.target, task=model.schema.task, seed=order.seed)
    if rows is None:
        found = untested(model, answers)
    else:
        found = measured(model, rows.cells, rows.target, plan, threads=order.threads)
    report(Progress(fraction=_MEASURED))
    source = Source(name=names.graph, sha256=hashlib.sha256(content).hexdigest(), table=table)
    out = Path(order.out) if order.out else folder / MODEL_FILE
    save_brought(out, found, source, plan, rows.frame if rows else None)
    open_model(out)  # what could not be opened again is not handed out
    return to_json(
        BroughtFile(
            model=str(out),
            name=names.graph,
            plan=plan,
            evaluation=found.evaluation,
            inputs=tuple(port.told for port in looked.inputs),
            output=found.model.schema.output.name,
            warnings=table.warnings if table else (),
        )
    )


def _read(order: BringOrder, schema: BroughtSchema, folder: Path, report: Report) -> Table:
    """Return the table of rows with answers, each column read as the schema has it."""
    path = Path(order.tested)
    asked = InspectOrder(path=order.tested, wishes=order.wishes, recipe=order.recipe)
    wishes = combined(wishes_of(order.recipe), order.wishes) if order.recipe else order.wishes
    wishes = combined(readings_of(schema), wishes)
    with sharing(folder), wrong_wishes(order.wishes):
        table = import_file(path, folder, name=order.tested_name or path.name, report=report, wishes=wishes)
    check_asked(asked, table)
    return table


def _some(rows: TestedRows | None, seed: int) -> Cells | None:
    """Return some of the rows that came with a graph."""
    return rows.cells.take(drawn(len(rows.cells), ROWS, seed)) if rows else None
