"""A new file that is not like the one learned from is never answered wrong in silence."""

from pathlib import Path

import pandas as pd
import pytest

from desktop_app.cli.main import main
from tests.benchmarks.situations.expected import SITUATIONS, Situation
from tests.benchmarks.situations.judging import Clean, clean_answers, judged
from tests.benchmarks.situations.sources import DAY, Source, numbered
from tests.unit.cli.commands.running import run_here
from tests.unit.cli.made_files import customers

NAMES = (
    *("clean", "one column renamed", "another table", "answers there, few rows", "new words", "numbers x 10"),
    *("another order of days", "total below", "empty cells", "workbook with two sheets"),
    *("columns named like ours", "several at once"),
)
CHOSEN = [situation for situation in SITUATIONS if situation.name in NAMES]
OTHER = pd.DataFrame({"height": ["1.2", "3.4", "5.6"], "width": ["7", "8", "9"]})


def rows(count: int, seed: int) -> pd.DataFrame:
    names, *cells = customers(count, seed=seed)
    days = [f"{place % 27 + 1:02d}/{place % 11 + 1:02d}/2024" for place in range(count)]
    return pd.DataFrame(cells, columns=names).astype(str).assign(**{DAY: days})


@pytest.fixture(scope="module")
def source() -> Source:
    return Source(
        name="customers",
        target="left",
        task="classification",
        learn=rows(120, seed=1),
        fresh=numbered(rows(60, seed=2)),
        number="calls",
        word="region",
        day=DAY,
        other=numbered(OTHER),
    )


@pytest.fixture(scope="module")
def learned(source: Source, folder: Path) -> Path:
    source.learn.to_csv(folder / "before.csv", index=False)
    model = folder / "situations.hunch"
    options = ("--target", source.target, "--budget", "1", "--out", str(model))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop_app.jobs.once.run_once", run_here)
        assert main(["train", str(folder / "before.csv"), *options]) in (0, 5)
    return model


@pytest.fixture(scope="module")
def clean(source: Source, learned: Path) -> Clean:
    return clean_answers(source, learned)


def test_all_of_them_are_there() -> None:
    assert len(CHOSEN) == len(NAMES)


@pytest.mark.parametrize("situation", CHOSEN, ids=[situation.name for situation in CHOSEN])
def test_what_differs_is_said(situation: Situation, source: Source, learned: Path, clean: Clean) -> None:
    outcome = judged(situation, source, learned, clean)

    assert not outcome.faults
