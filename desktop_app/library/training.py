"""Learning from a table, for people who write Python."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from desktop_app.jobs.limits import limits_of
from desktop_app.library.model import Model
from desktop_app.library.table import AS_IT_IS, File, Table, existing, quiet
from desktop_app.records.handover import NarrowForm
from desktop_app.records.orders import MODEL_FILE, TrainFileOrder
from desktop_app.records.plans import TrainingPlan
from desktop_app.settings import read_settings


def train(  # noqa: PLR0913 - the options of `hunch train`, under their names
    table: Table | File,
    target: str,
    *,
    task: Literal["auto", "classification", "regression"] = "auto",
    exclude: Sequence[str] = (),
    include: Sequence[str] = (),
    known: Sequence[str] = (),
    group: str = "",
    time: str = "",
    any_row: bool = False,
    each: str = "",
    readable: bool = False,
    for_form: NarrowForm | Literal[""] = "",
    budget: float = 60.0,
    seed: int = 0,
    dask: str = "",
    dask_keys: str = "",
) -> Model:
    """Return what was learned to answer the column *target* within *budget* seconds.

    The options are those of `hunch train`; *readable* asks for one rule that fits on a page, and
    *for_form*, "xlsx" or "onnx", for what that form can hold. *dask* is the address of a cluster that gets
    the rows and learns, *dask_keys* the folder of its certificates. Raises FileError, DataError where the
    table cannot answer, UsageError for a column that is not there or a cluster that cannot learn, and
    PolicyError for one that is not allowed.
    """
    from desktop_app.journeys.train_file import learn_file
    from desktop_app.workspace.allowed import named_cluster

    path, wishes = (table.path, table.wishes) if isinstance(table, Table) else (existing(table), AS_IT_IS)
    plan = TrainingPlan(
        target=target,
        task=task,
        exclude=tuple(exclude),
        include=tuple(include),
        known=tuple(known),
        group=group,
        time=time,
        any_row=any_row,
        each=each,
        readable=readable,
        for_form=for_form,
        budget=budget,
        seed=seed,
    )
    settings = read_settings()
    limits = limits_of(settings)
    with tempfile.TemporaryDirectory(prefix="hunch-") as folder:
        out = Path(folder) / MODEL_FILE
        order = TrainFileOrder(
            path=str(path),
            plan=plan,
            out=str(out),
            wishes=wishes,
            threads=limits.threads,
            memory=limits.memory,
            cluster=named_cluster(settings, dask, dask_keys) if dask else None,
        )
        learned = learn_file(order, Path(folder), quiet)
        return Model.learned(out, learned.trained)
