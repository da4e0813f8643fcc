"""Rows with answers measure a model that was made elsewhere; without them, nothing is claimed."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from desktop_app.errors import DataError
from desktop_app.models.opening import open_model
from desktop_app.models.sound_evaluation import is_consistent
from desktop_app.records.results import Evaluation, Importance
from tests.unit.brought.graphs import churn_schema, price_graph, price_schema
from tests.unit.brought.made import brought, known_rows


def prices(path: Path, noise: float = 300.0) -> Path:
    dice = np.random.default_rng(2)
    rooms, areas = dice.integers(1, 10, 400), dice.integers(20, 301, 400)
    price = 3 * rooms + 10 * areas + 5 + dice.normal(0, noise, 400)
    pd.DataFrame({"rooms": rooms, "area": areas, "price": price.round(1)}).to_csv(path, index=False)
    return path


@pytest.fixture(scope="module")
def churn(tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    folder = tmp_path_factory.mktemp("churn")
    return brought(folder, tested=known_rows(folder / "known.csv")).evaluation


def test_the_score_counts_the_rows_that_came(churn: Evaluation) -> None:
    assert (churn.tested, churn.rows, churn.score.rows) == ("brought", 300, 300)
    assert churn.score.low <= churn.score.value <= churn.score.high
    assert churn.verdict.level in ("weak", "useful", "good")
    assert churn.skill.low > 0


def test_what_lies_beyond_the_score_is_looked_into(churn: Evaluation) -> None:
    assert churn.confusion is not None
    assert sum(map(sum, churn.confusion.counts)) == 300
    assert churn.calibration is not None
    assert [one.value for one in churn.cuts] == ["yes", "no"]


def test_what_matters_is_found_by_mixing_cells_up(churn: Evaluation) -> None:
    assert {item.column for item in churn.importances if item.low > 0} == {"age", "plan"}


def test_nothing_is_said_of_a_training(churn: Evaluation) -> None:
    assert (churn.candidates, churn.receipt, churn.lineage, churn.seen) == ((), None, None, None)


def test_amounts_have_the_ranges_that_their_misses_make(tmp_path: Path) -> None:
    tested = prices(tmp_path / "known.csv")

    found = brought(tmp_path, price_graph(), price_schema(), tested=tested)

    misses = found.evaluation.misses
    assert misses is not None
    assert misses.coverage == pytest.approx(0.8, abs=0.06)
    predictor = open_model(Path(found.model)).predictor
    answers = predictor.answer(pd.DataFrame({"rooms": [3.0], "area": [100.0]}))
    assert answers.amounts is not None
    assert answers.low is not None
    assert answers.high is not None
    assert answers.amounts[0] == pytest.approx(1014.0)
    assert 150 < answers.amounts[0] - answers.low[0] < 600
    assert 150 < answers.high[0] - answers.amounts[0] < 600


def test_what_was_drawn_of_rows_is_not_in_the_file(tmp_path: Path) -> None:
    found = brought(tmp_path, price_graph(), price_schema(), tested=prices(tmp_path / "known.csv"))

    misses = open_model(Path(found.model)).card.evaluation.misses
    assert misses is not None
    assert misses.pairs == ()


def test_without_rows_nothing_is_claimed(tmp_path: Path) -> None:
    found = brought(tmp_path).evaluation

    assert (found.verdict.level, found.score.rows, found.rows) == ("untested", 0, 0)
    assert not found.verdict.is_for_use
    assert is_consistent(open_model(tmp_path / "churn.hunch").card)


def test_a_guess_is_told_for_what_it_is(tmp_path: Path) -> None:
    tested = known_rows(tmp_path / "known.csv", age="40", plan="gold")

    found = brought(tmp_path, tested=tested).evaluation

    assert found.verdict.level == "guessing"


def test_ranges_and_values_come_from_rows_where_the_schema_does_not_say_them(tmp_path: Path) -> None:
    facts = churn_schema()
    del facts["columns"][0]["minimum"], facts["columns"][0]["maximum"]
    found = brought(tmp_path, facts=facts, tested=known_rows(tmp_path / "known.csv"))

    age, plan = open_model(Path(found.model)).card.schema.features
    assert (age.minimum, age.maximum, age.unit) == (18, 89, "years")
    assert plan.levels == ("basic", "gold")


def test_what_the_schema_says_counts(tmp_path: Path) -> None:
    found = brought(tmp_path)

    age, _plan = open_model(Path(found.model)).card.schema.features
    assert (age.minimum, age.median, age.maximum) == (18, 54, 90)
    assert age.missing_share > 0  # it says what stands for an empty cell


def test_a_class_that_the_model_does_not_have_is_not_counted_as_wrong(tmp_path: Path) -> None:
    tested = known_rows(tmp_path / "known.csv", left="perhaps")

    with pytest.raises(DataError) as error:
        brought(tmp_path, tested=tested)

    assert (error.value.code, error.value.values["values"]) == ("brought.other_classes", ["perhaps"])


def test_a_few_rows_measure_nothing(tmp_path: Path) -> None:
    with pytest.raises(DataError) as error:
        brought(tmp_path, tested=known_rows(tmp_path / "known.csv", rows=19))

    assert error.value.code == "brought.few_rows"


def test_rows_that_lack_a_column_measure_nothing(tmp_path: Path) -> None:
    tested = known_rows(tmp_path / "known.csv")
    pd.read_csv(tested).drop(columns="plan").to_csv(tested, index=False)

    with pytest.raises(DataError) as error:
        brought(tmp_path, tested=tested)

    assert (error.value.code, error.value.values["columns"]) == ("cli.missing_columns", ["plan"])


def test_a_file_cannot_claim_anything_of_a_model_that_nobody_tested(tmp_path: Path) -> None:
    card = open_model(Path(brought(tmp_path).model)).card
    told = card.evaluation
    claims = (
        replace(told, score=replace(told.score, value=0.9)),
        replace(told, skill=replace(told.skill, value=0.5)),
        replace(told, seen=0.9),
        replace(told, rows=100),
        replace(told, tested="held_out"),
        replace(told, verdict=replace(told.verdict, level="good")),
        replace(told, importances=(Importance(column="age", loss=0.1, low=0.0, high=0.2),)),
    )

    assert is_consistent(card)
    assert [is_consistent(replace(card, evaluation=claim)) for claim in claims] == [False] * len(claims)
