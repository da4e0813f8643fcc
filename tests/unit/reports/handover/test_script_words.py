"""What stands above a script is comments, whatever a table is called."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.records.models import ModelCard
from desktop_app.records.tables import Recipe, Wishes
from desktop_app.reports.handover.script_words import header_of
from desktop_app.reports.verdict_words import verdict_words
from tests.unit.models.made import save


@pytest.fixture(scope="module")
def card(tmp_path_factory: pytest.TempPathFactory) -> ModelCard:
    return save(Path(tmp_path_factory.mktemp("model")) / "m.hunch", "linear")


def test_the_verdict_comes_with_how_it_was_tested(card: ModelCard) -> None:
    words = verdict_words(card.evaluation)

    said = " ".join(header_of(card).replace("#", " ").split())

    assert f"{words.badge}: {words.headline} {words.support}".strip() in said
    assert all(text in said for text in words.extras)


@pytest.mark.parametrize("name", ["a\nimport os\n.csv", 'a"""\u2028import os.csv', "a\r\x0cimport os.csv"])
def test_no_name_of_a_file_ends_a_comment(card: ModelCard, name: str) -> None:
    told = replace(card, table=name, recipe=Recipe(format="xlsx", wishes=Wishes(sheet=name)))

    assert [line for line in header_of(told).splitlines() if not line.startswith("#")] == []


def test_a_command_stands_on_one_line(card: ModelCard) -> None:
    name = "a very long name of a workbook " * 5 + ".xlsx"
    told = replace(card, table=name, recipe=Recipe(format="xlsx"))

    assert [line for line in header_of(told).splitlines() if "hunch convert" in line and "--out" in line]
