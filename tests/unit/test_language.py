"""Sentences are filled whole, in readable values, or left out."""

import gettext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app import language
from desktop_app.language import duration, name, number, placeholders, readable, say, say_count, size


@pytest.fixture
def german(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    words: dict[str, str] = {}

    class Words(gettext.NullTranslations):
        def gettext(self, message: str) -> str:
            return words.get(message, message)

        def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
            return words.get(msgid1 if n == 1 else msgid2, msgid2)

    monkeypatch.setattr(language, "_translation", Words())
    return words


def test_a_sentence_is_filled_with_readable_values() -> None:
    assert say("{rows} rows in {file}", {"rows": 12345, "file": "a.csv"}) == "12,345 rows in a.csv"


@pytest.mark.parametrize("missing", [None, "", []])
def test_a_sentence_whose_value_is_missing_is_left_out(missing: object) -> None:
    text = 'Did you mean "{suggestion}"? Its columns: {columns}'

    said = say(text, {"suggestion": missing, "columns": ["age"]})

    assert said == 'Its columns: "age"'


def test_a_list_that_goes_on_ends_its_sentence() -> None:
    assert say("New: {names}. Look.", {"names": ["a", "…"]}) == 'New: "a", … Look.'
    assert say('There is no file "{name}".', {"name": "a….csv"}) == 'There is no file "a….csv".'


def test_a_value_of_zero_is_not_missing() -> None:
    assert say("{count} rows.", {"count": 0}) == "0 rows."


def test_a_text_without_any_of_its_values_is_empty() -> None:
    assert say("{count} rows.") == ""


def test_braces_in_a_value_are_only_text() -> None:
    assert say('"{column}" is left out.', {"column": "{rows} {0} {"}) == '"{rows} {0} {" is left out.'


def test_the_form_fits_the_count() -> None:
    forms = ("{count} row", "{count} rows")

    assert [say_count(*forms, n, {"count": n}) for n in (0, 1, 2)] == ["0 rows", "1 row", "2 rows"]


def test_sentences_and_phrases_are_translated(german: dict[str, str]) -> None:
    german.update(
        {
            '"{file}" is damaged: {what}.': "„{file}“ ist beschädigt: {what}.",
            "it is cut off": "es ist abgeschnitten",
        }
    )

    said = say('"{file}" is damaged: {what}.', {"file": "it is cut off", "what": "it is cut off"})

    assert said == "„it is cut off“ ist beschädigt: es ist abgeschnitten."


def test_a_language_that_is_not_there_speaks_english() -> None:
    language.use("xx")

    assert say("Saved") == "Saved"


def test_of_a_long_name_forty_letters_are_kept_at_both_ends() -> None:
    assert name("a" * 300 + "b" * 12) == "a" * 28 + "…" + "b" * 12
    assert name("a" * 40) == "a" * 40


def test_a_phrase_is_never_cut() -> None:
    assert say("{problem}", {"problem": "p" * 100}) == "p" * 100


def test_a_name_from_right_to_left_is_kept_apart() -> None:
    assert name("שלום") == "\u2068שלום\u2069"


@given(st.text())
def test_a_name_has_one_line_and_no_sign_that_steers(text: str) -> None:
    kept = "\u200c\u200d\u2068\u2069"  # the joiners of the text, and our own isolates

    assert all(letter.isprintable() or letter in kept for letter in name(text))


def test_a_list_of_names_stands_in_quotes_and_is_not_endless() -> None:
    assert readable(["a", "b c"]) == '"a", "b c"'
    assert readable([str(n) for n in range(2000)]).endswith(' "29" and 1,970 more')


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (1234567, "1,234,567"),
        (0.123456, "0.123"),
        (3.0, "3"),
        (80.25, "80.2"),
        (-0.0001234, "-0.000123"),
    ],
)
def test_a_number_has_three_digits_that_count(value: float, text: str) -> None:
    assert number(value) == text


def test_a_number_can_have_fixed_decimals() -> None:
    assert number(2.5, decimals=2) == "2.50"
    assert number(-0.001, decimals=1) == "0"


def test_what_is_no_number_is_a_dash() -> None:
    assert number(float("nan")) == "–"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.2, "a moment"),
        (1, "1 second"),
        (35, "35 seconds"),
        (120, "2 minutes"),
        (3600, "60 minutes"),
        (7200, "2 hours"),
    ],
)
def test_a_duration_takes_the_largest_unit_that_fits(seconds: float, text: str) -> None:
    assert duration(seconds) == text


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0 B"), (999, "999 B"), (1500, "1.5 kB"), (2 * 10**9, "2 GB")]
)
def test_a_size_takes_the_unit_a_person_reads(count: int, text: str) -> None:
    assert size(count) == text


def test_placeholders_are_named() -> None:
    assert placeholders('"{column}" of {of}') == {"column", "of"}
