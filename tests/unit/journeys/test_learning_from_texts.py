"""What a training tells of columns of text, and what of that goes into the model file."""

import csv
from pathlib import Path

import pytest

from desktop_app.models.card import read_card
from desktop_app.models.impersonal import without_personal
from desktop_app.models.package import read_package
from desktop_app.records.orders import ImportOrder, TrainOrder
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Evaluation
from desktop_app.records.tables import Table
from desktop_app.tables.stored.rows import read_rows
from tests.unit.engine.made_texts import ANGRY, HAPPY, moods, texts_with, told
from tests.unit.journeys.asking import do

ROWS = 450


@pytest.fixture(scope="module")
def learned(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Table, Evaluation]:
    """Return the folder of a training, its table, and what came of it; of the table some rows were read."""
    folder, answers = tmp_path_factory.mktemp("texts"), moods(ROWS)
    with (folder / "remarks.csv").open("w", encoding="utf-8", newline="") as file:
        texts = texts_with({"rückerstattung": ANGRY, "danke": HAPPY}, answers, share=0.9)
        csv.writer(file).writerows([("note", "mood"), *zip(texts, answers, strict=True)])
    order = ImportOrder(path=str(folder / "remarks.csv"), name="Remarks")
    table = do("import", order, Table, folder / "table")
    plan = TrainingPlan(target="mood", budget=1.0, all_known=True)
    with pytest.MonkeyPatch.context() as little_memory:
        little_memory.setattr("desktop_app.journeys.train.rows_that_fit", lambda *_: 300.0)
        order_to_learn = TrainOrder(table_folder=str(folder / "table"), plan=plan)
        return folder, table, do("train", order_to_learn, Evaluation, folder / "training")


def test_words_and_typical_rows_are_told_and_the_rows_are_those_of_the_table(
    learned: tuple[Path, Table, Evaluation],
) -> None:
    folder, table, evaluation = learned

    assert evaluation.words is not None
    assert told(evaluation.words)[ANGRY] == ["rückerstattung"]
    typical = {one.value: [row.row for row in one.rows] for one in evaluation.typical}
    assert len(typical[ANGRY]) == 3
    for row in typical[ANGRY]:
        ((text, mood),) = read_rows(folder / "table", table, row, 1)
        assert ("rückerstattung" in (text or ""), mood) == (True, ANGRY)


def test_the_model_file_holds_words_of_many_rows_and_no_row(learned: tuple[Path, Table, Evaluation]) -> None:
    folder, _table, evaluation = learned

    kept = read_card(folder / "training" / "model.hunch").evaluation

    assert kept.words == evaluation.words
    assert kept.typical == ()


def test_what_is_handed_on_without_personal_values_tells_no_words_either(
    learned: tuple[Path, Table, Evaluation], tmp_path: Path
) -> None:
    path = tmp_path / "impersonal.hunch"
    path.write_bytes(without_personal(learned[0] / "training" / "model.hunch").content)

    told_in = bytes(read_package(path).members["evaluation.json"])

    assert (read_card(path).evaluation.words, read_card(path).evaluation.typical) == (None, ())
    assert "rückerstattung".encode() not in told_in
    assert b"r\\u00fcckerstattung" not in told_in
