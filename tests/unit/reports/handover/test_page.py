"""The page that answers by itself: whole, closed to everything outside, and safe from what a table holds."""

import base64
import hashlib
import json
import re
from dataclasses import replace
from typing import Any

import pytest

from desktop_app.records.decisions import Decision
from desktop_app.records.models import Feature, ModelCard
from desktop_app.reports.handover.page import page_of_model, policy, script
from desktop_app.reports.verdict_words import verdict_words
from tests.unit.models.made import save

SCRIPT = "</script><script>alert(1)</script>"


@pytest.fixture(scope="module")
def card(tmp_path_factory: pytest.TempPathFactory) -> ModelCard:
    return save(tmp_path_factory.mktemp("model") / "customers.hunch", "together")


def part_of(page: str, name: str) -> Any:
    (text,) = re.findall(rf'<script type="application/json" id="{name}">(.*?)</script>', page)
    return json.loads(text)


def test_it_asks_for_every_column_that_the_model_reads(card: ModelCard) -> None:
    page = page_of_model(card, "{}", None, 1)

    assert [field["name"] for field in part_of(page, "about")["fields"]] == list(card.schema.names)
    for place, name in enumerate(card.schema.names):
        assert f'<label for="field{place}"><bdi>{name}</bdi>' in page


def test_what_it_says_of_itself_is_the_verdict(card: ModelCard) -> None:
    page = page_of_model(card, "{}", None, 1)

    assert "customers.csv" in page
    assert verdict_words(card.evaluation).headline in page


def test_its_policy_allows_its_own_script_and_style_alone(card: ModelCard) -> None:
    page = page_of_model(card, "{}", None, 1)
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)

    assert policy().startswith("default-src 'none';")
    assert scripts == [script()]
    digest = base64.b64encode(hashlib.sha256(scripts[0].encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in policy()
    assert not re.search(r"https?://|\bsrc=|\bhref=|@import|url\(", page)
    assert not re.search(r"^\s*(import|export) ", script(), re.MULTILINE)


def test_names_of_columns_and_values_are_text_wherever_they_stand(card: ModelCard) -> None:
    strange = replace(
        card, schema=replace(card.schema, target=SCRIPT, features=(Feature(name=SCRIPT, type="category"),))
    )

    page = page_of_model(strange, json.dumps({"levels": [SCRIPT, "\u2028"]}), None, 1)

    assert "<script>alert" not in page
    assert part_of(page, "answers") == {"levels": [SCRIPT, "\u2028"]}
    assert part_of(page, "about")["fields"][0]["name"] == SCRIPT


def test_what_a_person_decided_travels_with_it(card: ModelCard) -> None:
    page = page_of_model(card, "{}", Decision(value="yes", chance=0.2), 1)

    assert part_of(page, "about")["decision"] == {"value": "yes", "chance": 0.2}


def test_days_are_counted_as_the_reader_counts_them(card: ModelCard) -> None:
    (joined,) = (
        field
        for field in part_of(page_of_model(card, "{}", None, 1), "about")["fields"]
        if field["type"] == "date"
    )

    assert 18_000 < joined["minimum"] < joined["maximum"] < 20_000
