"""A file that a model is learned again with, read as the model reads: alone, or with its own rows."""

from pathlib import Path

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
from desktop_app.records.tables import Table
from desktop_app.tables.duck import sharing
from desktop_app.tables.importing import import_file
from desktop_app.tables.stored.joining import Rows, parts_of

_READ = 0.7  # of the time


def read_like(order: TrainFileOrder, folder: Path, report: Report) -> tuple[Table, TrainingPlan, Again]:
    """Return the table to learn from, which is then in *folder*, the model's plan, and how it is learned.

    Raises DataError where the file lacks a column that the model needs, and UsageError where something is
    asked of one that it does not have.
    """
    card, reading = read_card(Path(order.like), order.trust), staged(report, 0.0, _READ)
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
    return made.table, card.plan.among([column.name for column in made.table.columns]), made.again


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
