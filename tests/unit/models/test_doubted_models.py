"""A model that is not for use says so before it answers, and in every row that it answers all the same."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.models.applying import NewTable, apply_model
from desktop_app.models.opening import open_model
from desktop_app.models.preflight import preflight
from desktop_app.records.results import VerdictLevel
from desktop_app.reports.answers_words import answers_lines
from desktop_app.reports.notice_words import notice_text
from desktop_app.tables.duck import connect
from tests.unit.models.made import save
from tests.unit.models.stored import store
from tests.unit.models.test_applying import TYPES, texts


@pytest.mark.parametrize(
    ("level", "words"),
    [("guessing", "no better than guessing"), ("suspicious", "too good to be true")],
)
def test_a_model_that_is_not_for_use_is_said_first_and_in_every_row(
    tmp_path: Path, level: VerdictLevel, words: str
) -> None:
    save(tmp_path / "model.hunch")
    model = open_model(tmp_path / "model.hunch")
    verdict = replace(model.card.evaluation.verdict, level=level)
    doubted = replace(
        model, card=replace(model.card, evaluation=replace(model.card.evaluation, verdict=verdict))
    )
    table = store(tmp_path / "table", texts(), TYPES)

    found = preflight(doubted.card, tmp_path / "table", table)
    new = NewTable(folder=tmp_path / "table", table=table, preflight=found)
    out = tmp_path / "answers.parquet"
    answers = apply_model(doubted, new, out, notice_text, lambda _: None)

    assert (found.fit, found.notices[0].level) == ("caution", "problem")
    assert words in notice_text(found.notices[0])
    assert answers.cautions == table.rows
    with connect(folder=tmp_path) as duck:
        (least,) = duck.execute("SELECT min(a4) FROM read_parquet(?)", [str(out)]).fetchone() or ("",)
    assert words in least
    assert not any("not like the one" in line for line in answers_lines(answers))
