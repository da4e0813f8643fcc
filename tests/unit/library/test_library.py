"""The library reads, learns and answers as the command line does, with the same numbers."""

import json
import subprocess
import sys
from pathlib import Path
from typing import cast

import numpy as np
import pandas as pd
import pytest

from desktop_app.library import DataError, FileError, Model, UsageError, read_table, train
from desktop_app.paths import bundled
from tests.unit.engine.each.made import shops

HOUSES = bundled("ui", "samples", "houses.csv")
BUDGET = 2.0
TARGET = "median_house_value"


def command(*words: str, folder: Path) -> dict[str, object]:
    """Return what a command of the program says as JSON."""
    main = [sys.executable, str(bundled("main.py")), *words, "--json"]
    done = subprocess.run(main, cwd=folder, capture_output=True, text=True, check=False)
    return dict(json.loads(done.stdout))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file of few rows, in which any kind is learned in a moment."""
    path = tmp_path_factory.mktemp("small") / "small.csv"
    pd.read_csv(HOUSES, dtype=str).head(60).to_csv(path, index=False)
    return path


@pytest.fixture(scope="module")
def model(small: Path) -> Model:
    return train(small, TARGET, exclude=["population"], budget=BUDGET, seed=3)


def test_it_loads_no_heavy_library_by_itself() -> None:
    code = "import sys, desktop_app.library; print({'pandas', 'numpy', 'flask'} & set(sys.modules))"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"


def test_each_group_can_have_a_model_of_its_own(tmp_path: Path) -> None:
    shops(groups=4, rows=40).to_csv(tmp_path / "shops.csv", index=False)

    found = train(tmp_path / "shops.csv", "sales", exclude=["kind"], each="shop", any_row=True, budget=BUDGET)

    assert found.card.plan.each == "shop"
    assert found.card.evaluation.each
    assert [group.name for group in found.card.evaluation.each.groups] == [f"shop 0{at}" for at in range(4)]


def test_the_numbers_are_those_of_the_command_line(small: Path, model: Model, tmp_path: Path) -> None:
    model.save(tmp_path / "m.hunch")

    # It learns with the same plan and seed as `train` does, without a clock, and compares every number.
    told = command("verify", "m.hunch", "--rerun", str(small), folder=tmp_path)
    command("predict", "m.hunch", str(small), "--out", "out.csv", folder=tmp_path)

    assert cast("dict[str, object]", told["rerun"])["same"] is True
    expected, found = pd.read_csv(tmp_path / "out.csv", keep_default_na=False), model.predict(small)
    assert [*expected.columns[-len(found.columns) :]] == [*found.columns]
    for name in ("prediction", "low", "high"):
        np.testing.assert_array_equal(found[name], expected[name])
    assert found["caution"].tolist() == expected["caution"].tolist()


def test_the_plan_is_that_of_the_command_line(small: Path, model: Model, tmp_path: Path) -> None:
    options = ["--target", TARGET, "--exclude", "population", "--seed", "3", "--budget", str(BUDGET)]

    command("train", str(small), *options, "--out", "m.hunch", folder=tmp_path)

    card = Model.load(tmp_path / "m.hunch").card
    assert (card.plan, card.recipe, card.schema) == (model.card.plan, model.card.recipe, model.card.schema)


def test_a_form_may_be_named_that_must_hold_it(small: Path) -> None:
    found = train(small, TARGET, budget=BUDGET, for_form="xlsx")

    assert found.card.plan.for_form == "xlsx"


def test_a_table_and_a_frame_are_answered_like_the_file(small: Path, model: Model) -> None:
    table = read_table(small)
    frame = table.frame.set_index(table.frame.index + 7)

    expected = model.predict(small)

    pd.testing.assert_frame_equal(model.predict(table), expected)
    found = model.predict(frame)
    assert found.index.equals(frame.index)
    np.testing.assert_array_equal(found["prediction"], expected["prediction"])


def test_it_says_how_a_file_fits(small: Path, model: Model) -> None:
    frame = read_table(small).frame

    assert model.check(small).fit in ("fits", "caution")
    lacking = model.check(frame.drop(columns=["median_income"]))
    assert (lacking.fit, lacking.missing) == ("unfit", ("median_income",))
    with pytest.raises(DataError):
        model.predict(frame.drop(columns=["median_income"]))
    assert len(model.predict(frame.drop(columns=["median_income"]), allow_missing=["median_income"])) == len(
        frame
    )
    renamed = frame.rename(columns={"median_income": "income"})
    assert not model.check(renamed, matches={"income": "median_income"}).missing


def test_a_saved_model_answers_as_before(small: Path, model: Model, tmp_path: Path) -> None:
    model.save(tmp_path / "m.hunch")

    loaded = Model.load(tmp_path / "m.hunch")

    pd.testing.assert_frame_equal(loaded.predict(small), model.predict(small))
    assert loaded.verdict == model.verdict
    assert loaded.out_of_fold is None
    assert loaded.tested is None


def test_what_was_said_of_hidden_rows_is_there(small: Path, model: Model) -> None:
    found, real = model.out_of_fold, pd.read_csv(small)[TARGET]

    assert found is not None
    assert set(found["row"]) == set(range(len(real)))
    assert found["fold"].nunique() >= 5
    rows, chosen = found["row"].to_numpy(), model.candidates.query("chosen").iloc[0]
    misses = (found["prediction"] - real[rows].to_numpy()) ** 2
    assert chosen["score"] == pytest.approx(np.sqrt(misses.groupby(rows).mean().mean()))


def test_the_tested_rows_give_the_score(small: Path, model: Model) -> None:
    tested, real = model.tested, pd.read_csv(small)[TARGET]

    assert tested is not None
    misses = (tested["prediction"] - real[tested["row"]].to_numpy()).abs()
    assert misses.mean() == pytest.approx(model.card.evaluation.score.value)


def test_its_members_are_estimators_with_weights(model: Model) -> None:
    assert model.members
    assert 0 < sum(member.weight for member in model.members) <= 1 + 1e-9
    assert all(hasattr(member.estimator, "predict") for member in model.members)


def test_what_cannot_be_is_said_with_a_hint(small: Path) -> None:
    with pytest.raises(FileError) as gone:
        train("nowhere.csv", TARGET)
    with pytest.raises(UsageError):
        train(small, TARGET, exclude=["populaton"], budget=BUDGET)
    with pytest.raises(DataError):
        train(small, "no such column", budget=BUDGET)
    assert gone.value.message
    assert gone.value.hint
