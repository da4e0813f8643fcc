"""Languages beside English: complete, with the same values, and their own signs in numbers and days."""

import datetime
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from desktop_app import counting, language
from desktop_app.language import date, in_english, number, of_day, placeholders

ROOT = Path(__file__).parents[2]
OWN_WORDS = {"row_one", "row_many"}  # the person's word for a row, whose case no translation knows


@pytest.fixture(scope="module")
def languages() -> ModuleType:
    spec = importlib.util.spec_from_file_location("languages", ROOT / "build" / "languages.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def german() -> Iterator[None]:
    language.use("de")
    yield
    language.use("en")


def test_every_sentence_is_there_in_every_language(languages: ModuleType) -> None:
    found = languages.sentences()

    faults = [fault for path in languages.files() for fault in languages.faults_of(path, found)]

    assert faults == []


def test_what_is_read_is_what_was_translated(languages: ModuleType) -> None:
    for path in languages.files():
        assert path.with_suffix(".mo").read_bytes() == languages.compiled(languages.catalogue_of(path)), path


def test_a_translation_holds_the_same_values(languages: ModuleType) -> None:
    strange = []
    for path in languages.files():
        for message in languages.catalogue_of(path):
            if not message.id:
                continue
            ids = [message.id] if isinstance(message.id, str) else message.id
            texts = [message.string] if isinstance(message.string, str) else message.string
            wanted = frozenset().union(*map(placeholders, ids))
            held = frozenset().union(*map(placeholders, texts))
            if all(texts) and (held - wanted or wanted - held - OWN_WORDS):
                strange.append(ids[0])

    assert strange == []


def test_no_translation_says_the_same_twice(languages: ModuleType) -> None:
    texts = [
        text
        for path in languages.files()
        for message in languages.catalogue_of(path)
        for text in ([message.string] if isinstance(message.string, str) else message.string)
    ]

    assert [text for text in texts if re.search(r"(.{40,})\1", text)] == []


@pytest.mark.usefixtures("german")
def test_numbers_and_days_have_the_signs_of_the_language() -> None:
    moment = datetime.datetime(2026, 3, 1, 14, 5, tzinfo=datetime.UTC)

    assert (number(1234567), number(0.5), number(-1234.5, decimals=1)) == ("1.234.567", "0,5", "-1.234,5")
    assert (counting.as_read(21.741144), counting.as_year("1.987")) == ("21,7", "1987")
    assert (date(moment), of_day("2026-03")) == ("01.03.2026 14:05", "03.2026")
    assert in_english("1.234,5") == "1,234.5"


@pytest.mark.usefixtures("german")
def test_german_is_spoken() -> None:
    assert language.spoken() == "de"
    assert language.say('"{column}" is left out.', {"column": "Alter"}) == "„Alter“ ist weggelassen."
