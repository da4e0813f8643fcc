"""Models for tests of what comes after learning: learned in earnest, but once, and without a page.

Each test gets the table and the model as things of its own, so that nothing that another test did to them
is seen. That learning works in the pages is shown by `test_main_job` and others.
"""

import shutil
from pathlib import Path

from threadpoolctl import threadpool_limits

from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import ImportOrder, TrainOrder
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.record import dataclass
from desktop_app.records.results import Evaluation
from desktop_app.records.stored import StoredTraining
from desktop_app.records.tables import Table
from desktop_app.workspace.store import Workspace
from tests.unit.journeys.asking import do

BRIEF = 4.0  # seconds: each row of a small table is hidden in turn, as with more time


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """A file that was learned from; *folder* holds what the jobs left that did it."""

    file: Path
    folder: Path
    table: Table
    plan: TrainingPlan
    evaluation: Evaluation

    def land(self, workspace: Workspace) -> StoredTraining:
        """Store table and model in a workspace once more, as the jobs would have."""
        opening = ImportOrder(path=str(self.file), name=self.file.name)
        opened = workspace.jobs.add("import", to_json(opening), lane="short")
        shutil.copytree(self.folder / "table", opened.folder, dirs_exist_ok=True)
        workspace.land(opened, to_json(self.table))
        training = workspace.trainings.add(opened.id, self.plan)
        order = TrainOrder(table_folder=workspace.tables.get(opened.id).folder, plan=self.plan)
        learned = workspace.jobs.add("train", to_json(order), lane="long", subject=training.id)
        shutil.copytree(self.folder / "model", learned.folder, dirs_exist_ok=True)
        workspace.land(learned, to_json(self.evaluation))
        return workspace.trainings.get(training.id)


def learn(file: Path, folder: Path) -> Learned:
    """Learn who has "left", as workers would, but here."""
    opening = ImportOrder(path=str(file), name=file.name)
    table = do("import", opening, Table, folder / "table")
    order = TrainOrder(
        table_folder=str(folder / "table"), plan=TrainingPlan(target="left", budget=BRIEF), threads=1
    )
    with threadpool_limits(1):
        evaluation = do("train", order, Evaluation, folder / "model")
    return Learned(file=file, folder=folder, table=table, plan=order.plan, evaluation=evaluation)
