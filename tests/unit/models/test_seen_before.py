"""Rows that a model learned from are found in a new file, and tell nothing of how right it is."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from desktop_app.models.applying import NewTable, apply_model
from desktop_app.models.opening import OpenedModel
from desktop_app.models.preflight import preflight
from desktop_app.models.seen_before import about_seen, rows_seen
from desktop_app.records.models import MOST_LISTED, Answers, Preflight
from desktop_app.records.results import Rare
from desktop_app.reports.notice_words import notice_text
from tests.unit.models.stored import store
from tests.unit.models.test_applying import TYPES, texts
from tests.unit.models.test_true_score import Cells, known, model_of, promising

OLD = 120  # rows that it learned from


def part(start: int, stop: int) -> Cells:
    return {name: list(cells[start:stop]) for name, cells in texts().items()}


def answers_of(folder: Path, cells: Cells, old: Cells) -> Answers:
    folder.mkdir(exist_ok=True)
    model, new = model_of(), folder / "new"
    store(folder / "old", old, TYPES)
    table = store(new, cells, TYPES)
    found = preflight(model.card, new, table, folder / "old")
    asked = NewTable(folder=new, table=table, preflight=found, learned_from=folder / "old")
    return apply_model(model, asked, folder / "answers.parquet", notice_text, lambda _: None)


def counts(found: Preflight, code: str) -> list[object]:
    return [notice.values["count"] for notice in found.notices if notice.code == code]


def test_rows_that_it_learned_from_are_said_and_left_out_of_the_true_score(tmp_path: Path) -> None:
    answers = answers_of(tmp_path / "both", texts(), part(0, OLD))
    alone = answers_of(tmp_path / "alone", part(OLD, 200), part(0, OLD))

    truth = known(answers.truth)
    assert counts(answers.preflight, "check.seen_before") == [OLD]
    assert answers.preflight.fit == "caution"
    assert [one.rows for one in answers.preflight.concerned if one.code == "check.seen_before"] == [
        tuple(range(MOST_LISTED))
    ]
    assert counts(alone.preflight, "check.seen_before") == []
    assert (truth.seen, truth.known, truth.score.rows) == (OLD, 200, 200 - OLD)
    assert truth.score == known(alone.truth).score


def test_where_it_learned_from_all_of_them_it_is_said_that_they_tell_nothing(tmp_path: Path) -> None:
    answers = answers_of(tmp_path, texts(), texts())

    assert answers.truth is None
    assert answers.untold is not None
    assert notice_text(answers.untold).startswith('All rows with a "left" were already there')


def test_a_row_with_another_outcome_is_another_row(tmp_path: Path) -> None:
    cells = texts()
    cells["left"][:10] = ["no" if cell == "yes" else "yes" for cell in cells["left"][:10]]

    answers = answers_of(tmp_path, cells, part(0, OLD))

    assert counts(answers.preflight, "check.seen_before") == [OLD - 10]


def test_where_the_outcome_is_not_known_the_columns_tell_alone(tmp_path: Path) -> None:
    cells = {name: column for name, column in texts().items() if name != "left"}

    answers = answers_of(tmp_path, cells, part(0, OLD))

    assert counts(answers.preflight, "check.seen_before") == [OLD]
    assert (answers.truth, answers.untold) == (None, None)


def test_rows_without_an_outcome_were_not_learned_from(tmp_path: Path) -> None:
    old = part(0, OLD)
    old["left"][:20] = [None] * 20

    assert counts(answers_of(tmp_path, texts(), old).preflight, "check.seen_before") == [OLD - 20]


def test_numbers_are_the_same_however_they_are_written(tmp_path: Path) -> None:
    store(tmp_path / "old", part(0, OLD), TYPES)
    cells = texts()
    cells["age"] = [cell and f"{float(cell):.2f}" for cell in cells["age"]]
    table = store(tmp_path / "new", cells, TYPES | {"age": "category"})

    (said,) = about_seen(model_of().card, tmp_path / "new", table, tmp_path / "old")

    assert said.values["count"] == OLD
    rows = rows_seen(model_of().card, tmp_path / "new", table, tmp_path / "old")
    assert np.array_equal(rows, np.arange(OLD))


@pytest.mark.parametrize(
    ("kinds", "copied", "is_said"), [(2_000, 0, False), (2_000, 200, True), (5, 0, False), (5, 200, False)]
)
def test_of_rows_that_are_alike_by_nature_only_what_is_no_chance_is_said(
    kinds: int, copied: int, *, is_said: bool, tmp_path: Path
) -> None:
    dice = np.random.default_rng(1)
    card = model_of().card
    plans = next(feature for feature in card.schema.features if feature.name == "plan")
    few = replace(card, schema=replace(card.schema, features=(plans,)))
    codes = [f"plan {place}" for place in dice.integers(0, kinds, 400)]
    new = codes[:copied] + [f"plan {place}" for place in dice.integers(0, kinds, 200 - copied)]
    store(tmp_path / "old", {"plan": codes, "left": ["yes"] * 400}, TYPES)
    table = store(tmp_path / "new", {"plan": new}, TYPES)

    found = about_seen(few, tmp_path / "new", table, tmp_path / "old")

    assert [notice.values["count"] for notice in found] == ([200] if is_said else [])


def test_rows_that_are_there_twice_are_a_note(tmp_path: Path) -> None:
    cells = {name: [*column, *column[:15]] for name, column in texts().items()}
    table, card = store(tmp_path / "twice", cells, TYPES), model_of().card
    once = store(tmp_path / "once", texts(), TYPES)

    found = preflight(card, tmp_path / "twice", table)

    assert counts(found, "check.repeated") == [15]
    assert {notice.level for notice in found.notices if notice.code == "check.repeated"} == {"note"}
    assert counts(preflight(card, tmp_path / "once", once), "check.repeated") == []


def test_without_a_row_of_the_rare_kind_it_is_said_why_nothing_is_counted(tmp_path: Path) -> None:
    rare = Rare(value="yes", k=60, found=36, random=1.8, positives=300, test_positives=60)

    answers = all_of("no", promising("precision_at_k", 0.6, rare=rare), tmp_path)

    assert answers.truth is None
    assert answers.untold is not None
    assert 'no row is "yes"' in notice_text(answers.untold)


def test_where_all_kinds_are_strange_nothing_is_right(tmp_path: Path) -> None:
    truth = known(all_of("perhaps", promising("balanced_accuracy", 0.9), tmp_path).truth)

    assert (truth.score.value, truth.strange, truth.holds) == (0.0, 200, "worse")


def all_of(cell: str, model: OpenedModel, folder: Path) -> Answers:
    """Return the answers to customers all of whom are of one kind."""
    new = folder / "new"
    table = store(new, texts() | {"left": [cell] * 200}, TYPES)
    asked = NewTable(folder=new, table=table, preflight=preflight(model.card, new, table))
    return apply_model(model, asked, folder / "answers.parquet", notice_text, lambda _: None)
