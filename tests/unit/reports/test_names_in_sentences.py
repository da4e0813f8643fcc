"""A column may be called like a kind of column: every sentence says its name, and no word for the kind."""

from desktop_app.language import placeholders
from desktop_app.reports.catalogue import SENTENCES
from desktop_app.reports.notice_words import text_of

NAMES = ("id", "date", "number", "category", "yes/no", "text", "name", "phone", "linear", "forest")
# Fields whose values are codes of the program, by the sentence; all others can hold what stands in a file.
CODES = {
    **{code: {"kind"} for code in SENTENCES if code.startswith(("candidate.", "learn.candidate_"))},
    "learn.trying": {"kind"},
    "learn.out_of_time": {"kinds"},
    "learn.cut_short": {"kinds"},
    "check.type": {"now", "before"},
    "find.personal": {"what"},
}


def test_a_name_stands_as_it_is_in_every_field() -> None:
    for code, sentence in SENTENCES.items():
        needed = placeholders(sentence.one)

        # A name that no list of codes has shows how a name is said there.
        for field in needed - CODES.get(code, set()) - {"of"}:
            for name in NAMES:
                text = text_of(code, dict.fromkeys(needed, 7) | {field: name})

                filled = text_of(code, dict.fromkeys(needed, 7) | {field: f"{name}§"})
                assert text == filled.replace("§", ""), (code, field)


def test_codes_are_said_in_words_where_a_sentence_has_them() -> None:
    assert text_of("check.type", {"column": "id", "now": "id", "before": "date"}) == (
        '"id" holds IDs; it learned with dates.'
    )
    assert "phone numbers" in text_of("find.personal", {"column": "phone", "what": "phone"})
