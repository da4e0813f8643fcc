"""A model can be saved without the values and words of its table that may point to a person."""

from pathlib import Path

import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from desktop_app.models import impersonal
from desktop_app.models.card import read_card
from desktop_app.models.impersonal import without_personal
from desktop_app.models.opening import open_model
from desktop_app.models.package import read_package
from tests.unit.models.made import customers, save


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("model") / "model.hunch"
    save(path, "together", "spent")
    return path


@pytest.fixture(scope="module")
def saved(original: Path) -> Path:
    path = original.with_name("without.hunch")
    path.write_bytes(without_personal(original).content)
    return path


def test_no_rare_value_is_left_in_any_part(original: Path, saved: Path) -> None:
    before, after = (read_package(path).members for path in (original, saved))

    assert b"platinum" in bytes(before["schema.json"]) + bytes(before["features.json"])
    assert not [name for name, part in after.items() if b"platinum" in bytes(part)]
    assert b"silver" in bytes(after["schema.json"]), "which many rows share"


def test_it_opens_with_its_stored_answers_and_says_what_is_not_in_it(saved: Path) -> None:
    model = open_model(saved)

    assert model.card.golden_rows > 0
    assert not model.card.schema.may_identify
    text = bytes(read_package(saved).members["card.md"]).decode()
    assert "It holds no kind or word that fewer than 5 rows share. They were taken out of this file" in text


def test_all_other_rows_get_the_answers_that_they_had(original: Path, saved: Path) -> None:
    frame = customers()
    usual = frame[frame["plan"] != "platinum"]

    before, after = (open_model(path).predictor.answer(usual).amounts for path in (original, saved))

    assert before is not None
    assert after is not None
    assert np.array_equal(before, after)


def test_a_row_that_holds_one_is_answered_as_one_with_a_new_value(saved: Path) -> None:
    rare = customers()[:1]
    model = open_model(saved)

    answers = (model.predictor.answer(rows).amounts for rows in (rare, rare.assign(plan="never seen")))

    assert len({float(one[0]) for one in answers if one is not None}) == 1


def test_of_a_column_with_rare_values_only_it_is_kept_that_they_were_there(
    original: Path, saved: Path, tmp_path: Path
) -> None:
    (plan,) = [one for one in read_card(original).schema.features if one.name == "plan"]

    bare = impersonal._feature_without(plan, frozenset(plan.levels))

    assert (bare.levels, bare.is_withheld) == ((), True)
    assert impersonal._feature_without(bare, frozenset()) == bare
    assert not any(one.is_withheld for one in read_card(saved).schema.features)


def test_what_it_holds_is_told_before(original: Path) -> None:
    assert read_card(original).schema.may_identify


def test_twice_is_once(saved: Path) -> None:
    again = without_personal(saved)

    assert (again.values, again.words) == (0, 0)


def test_words_of_few_rows_are_told_by_their_weights() -> None:
    texts = [*["late paid"] * 9, *["late moved"] * 4, "rare"]
    weights = TfidfVectorizer(ngram_range=(1, 2)).fit(texts)

    assert impersonal._words_of_few(weights, len(texts)) == {"moved", "late moved", "rare"}


def test_words_of_which_it_is_not_known_how_many_rows_hold_them_all_go(original: Path) -> None:
    weights = open_model(original).predictor.to_parts().estimators["words"]

    assert impersonal._words_of_few(weights, 200) == set()
    assert impersonal._words_of_few(weights, 7) == set(weights.vocabulary_)
