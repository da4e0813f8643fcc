"""A file that a model is learned again with, read as the model reads: alone, or with its own rows."""

from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.errors import DataError
from desktop_app.journeys.join_tables import joined
from desktop_app.journeys.reading import NewFile, check_asked, read_for_model, wishes_of_order, wrong_wishes
from desktop_app.journeys.stages import staged
from desktop_app.models.card import read_card
from desktop_app.models.preflight import check_missing, preflight
from desktop_app.records.jobs import Report
from desktop_app.records.lineage import Again
from desktop_app.records.models import ModelCard
from desktop_app.records.orders import TrainFileOrder
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Evaluation
from desktop_app.records.tables import Table, Wishes
from desktop_app.tables.duck import sharing
from desktop_app.tables.findings.looking import with_findings
from desktop_app.tables.importing import import_file
from desktop_app.tables.kinds.signatures import read_head
from desktop_app.tables.stored.joining import Rows, parts_of
from desktop_app.tables.text.scanning import fingerprint

_READ = 0.7  # of the time


@dataclass(frozen=True, slots=True, kw_only=True)
class Like:
    """What is learned like a model, and what is told of that model."""

    table: Table
    plan: TrainingPlan
    again: Again | None = None
    first: Evaluation | None = None  # where the same rows are learned from once more, for another form


def read_like(order: TrainFileOrder, folder: Path, report: Report) -> Like:
    """Return the table to learn from, which is then in *folder*, the model's plan, and how it is learned.

    Where the rows are the same and only the form is another, the model before knows all of them: it is then
    compared by its own test. Raises DataError where the file lacks a column that the model needs, and
    UsageError where something is asked of one that it does not have.
    """
    card, reading = read_card(Path(order.like), order.trust), staged(report, 0.0, _READ)
    if card.evaluation.is_brought:
        raise DataError("brought.again", model=Path(order.like).name)
    if _is_for_another_form(order, card):
        plan = replace(card.plan, for_form=order.plan.for_form)
        table = read_as_then(Path(order.path), card, folder, report)
        return Like(table=table, plan=plan, first=card.evaluation)
    with sharing(folder):
        new = _new(order, card, folder / "new", reading)
        before = _before(order, card, folder / "before", reading) if order.beside else None
        is_known = before is not None and before.table.sha256 == card.table_sha256
        again = Again(
            model=order.like,
            name=Path(order.like).stem,
            first=0,
            joined=before is not None,
            is_known=is_known,
        )
        parts = parts_of(before, new, card.schema.target)
        made = joined(card, parts, again, folder, staged(report, _READ, 1.0))
    if _is_plain(order) and new.table.sha256 == card.table_sha256:  # the very rows that it knows
        made = replace(made, again=replace(made.again, first=made.table.rows, is_known=True))
    plan = card.plan.among([column.name for column in made.table.columns])
    plan = replace(plan, for_form=order.plan.for_form or plan.for_form)
    return Like(table=made.table, plan=plan, again=made.again)


def read_as_then(path: Path, card: ModelCard, folder: Path, report: Report) -> Table:
    """Return a file read as the model's maker had it: its rows and its record are then in *folder*."""
    with sharing(folder):
        wishes = card.recipe.wishes
        return with_findings(import_file(path, folder, name=path.name, report=report, wishes=wishes), folder)


def _is_for_another_form(order: TrainFileOrder, card: ModelCard) -> bool:
    """Whether nothing is new but the form that the model is for: neither the rows nor how they are read."""
    form, receipt = order.plan.for_form, card.evaluation.receipt
    is_new = form and form != card.plan.for_form
    if not (is_new and _is_plain(order) and receipt and not receipt.rows_withheld):
        return False
    path = Path(order.path)
    read_head(path, path.name)  # says why, where it cannot be read
    return fingerprint(path) == card.table_sha256


def _is_plain(order: TrainFileOrder) -> bool:
    """Whether one file is read as the model's was, so that the same file has the same rows."""
    return order.wishes == Wishes() and order.recipe is None and not order.beside


def _new(order: TrainFileOrder, card: ModelCard, folder: Path, report: Report) -> Rows:
    folder.mkdir()
    file = NewFile(path=Path(order.path), name=Path(order.path).name, wishes=wishes_of_order(order))
    with wrong_wishes(order.wishes):
        table = read_for_model(file, folder, card, report)
    check_asked(order, table)
    check_missing(card, preflight(card, folder, table), ())
    return Rows(folder, table)


def _before(order: TrainFileOrder, card: ModelCard, folder: Path, report: Report) -> Rows:
    """Return the file that the model learned from, as it was read then."""
    folder.mkdir()
    path = Path(order.beside)
    return Rows(folder, import_file(path, folder, name=path.name, report=report, wishes=card.recipe.wishes))
