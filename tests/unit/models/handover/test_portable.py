"""Another language answers as the program does: the reader of the page, run by the node of Playwright."""

import json
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from playwright._impl._driver import compute_driver_executable

from desktop_app.engine.model import Model
from desktop_app.engine.predictor import Predictor
from desktop_app.models.handover.portable import packed, portable
from desktop_app.paths import bundled
from tests.unit.models.made import CASES, Kind, customers, trained

HERE = Path(__file__).parent
READER = [bundled("ui", "handover", name) for name in ("features.js", "kinds.js", "model.js")]
DAY = 86_400
OF_THREE: tuple[tuple[Kind, str], ...] = tuple(
    (kind, "plan") for kind in ("linear", "boosting", "forest", "kernel", "network", "rule")
)


@cache
def rows() -> pd.DataFrame:
    """Return customers of whom a part is not known, or was never seen; dates have a time of day, too."""
    frame, dice = customers().copy(), np.random.default_rng(4)
    frame.loc[3, "age"], frame.loc[3, "plan"] = 500.0, "a new one"
    frame["joined"] += pd.to_timedelta(dice.integers(0, 2, len(frame)) * 13, unit="h")
    frame.loc[0, "remarks"] = "Moved, MOVED & paid! naïve 😀 \u2028 moved"
    frame.loc[1, "remarks"] = "paid\x85late\x1cmoved called\ufeffmoved"  # blanks in one language alone
    for column in ("age", "joined", "plan", "remarks"):
        frame.loc[dice.random(len(frame)) < 0.1, column] = None
    return frame


def read(predictor: Predictor, frame: pd.DataFrame) -> Any:
    """Return what the reader in JavaScript answers; it is given days since 1970."""
    plain = [{name: _plain(cell) for name, cell in row.items()} for row in frame.to_dict("records")]
    asked = {"model": packed(portable(predictor)), "rows": plain}
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "package.json").write_text('{"type": "module"}')  # says what its scripts are
        script, *_features, reader = [shutil.copy(one, folder) for one in (HERE / "reading.js", *READER)]
        command = [compute_driver_executable()[0], script, reader]
        done = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _plain(cell: Any) -> Any:
    if pd.isna(cell):
        return None
    return cell.timestamp() / DAY if isinstance(cell, pd.Timestamp) else cell


def expected(predictor: Predictor, frame: pd.DataFrame) -> Any:
    found = predictor.answer(frame)
    if found.probabilities is not None:
        return found.probabilities
    assert found.amounts is not None
    assert found.low is not None
    assert found.high is not None
    return np.column_stack([found.amounts, found.low, found.high])


@pytest.mark.parametrize(("kind", "target"), [*CASES, *OF_THREE])
def test_the_reader_of_the_page_gives_the_same_answers(kind: Kind, target: str) -> None:
    predictor = trained(kind, target).predictor

    found = read(predictor, rows())

    np.testing.assert_allclose(found, expected(predictor, rows()), rtol=2e-5, atol=1e-6)


def test_without_members_the_simplest_guess_is_answered() -> None:
    whole = trained("linear", "spent").predictor
    plain = Model(simplest=np.array([7.0]), weight=0.1, lowest=0.0, highest=9.0, classes=0)
    predictor = Predictor(layout=whole.layout, classes=(), model=plain)

    assert read(predictor, rows().head(2)) == [[7.0, 7.0, 7.0]] * 2
