"""Tables whose rows belong together or follow one another, and questions about them with little effort."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from desktop_app.engine.outcome import Outcome, conclude
from desktop_app.engine.question import Question, read_question
from desktop_app.engine.validation.splits import split_rows
from desktop_app.engine.workshop import Fits
from desktop_app.records.plans import TrainingPlan
from tests.unit.engine.made import frame_of, one_thread, searched, table_for

DAY = np.timedelta64(1, "D")
START = np.datetime64("2024-01-01", "us")


def visits(things: int, each: int, seed: int = 0, *, alike: bool = True) -> pd.DataFrame:
    """Return visits of customers: all but the mood is the same every time, and so is whether they left.

    Nothing that is known says anything about another customer. Where they are not *alike*, each visit has
    an answer of its own.
    """
    dice = np.random.default_rng(seed)
    customer = dice.permutation(np.repeat(np.arange(things), each))
    known = dice.normal(size=(things, 3))[customer]
    left = dice.random(things)[customer] if alike else dice.random(len(customer))
    return frame_of(
        customer_id=np.array([f"C{one:04d}" for one in customer], dtype=object),
        height=known[:, 0],
        weight=known[:, 1],
        income=known[:, 2],
        mood=dice.normal(size=len(customer)),
        left=np.where(left > np.median(np.unique(left)), "yes", "no"),
    )


def days(rows: int, seed: int = 0, *, drift: float = 1.0) -> pd.DataFrame:
    """Return a row for each day, in their order; the price rises by the day, and with the size."""
    dice = np.random.default_rng(seed)
    size = dice.normal(size=rows)
    price = drift * 10 * np.arange(rows) / rows + size + dice.normal(0, 0.3, rows)
    return frame_of(day=START + np.arange(rows) * DAY, size=size, price=price)


def asked(frame: pd.DataFrame, target: str, **plan: Any) -> Question:
    """Return what the other columns say of *target*, to be answered with little effort."""
    question = read_question(frame, table_for(frame), TrainingPlan(target=target, **plan))
    material = question.material
    effort = replace(
        material.effort,
        rounds=(4, 20),
        rate=0.3,
        strengths=(0.3,),
        kinds=("boosting",),
        seconds=(1.0,),
        folds=3,
        inner=min(2, material.effort.inner),
    )
    split = split_rows(material.cells, material.target, effort, material.seed, question.apart)
    effort = replace(effort, folds=len(split.outer) // effort.repeats)
    return replace(question, material=replace(material, effort=effort, split=split))


def outcome_of(question: Question, folder: Path) -> Outcome:
    """Return what a search comes to, before anything is made of it."""
    folder.mkdir(exist_ok=True)
    finished = searched(question.material, folder)
    with one_thread() as pool:
        return conclude(question.material, finished, Fits(pool=pool))
