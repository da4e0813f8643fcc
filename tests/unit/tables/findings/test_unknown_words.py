"""A word for "not known" among the kinds of a column is said; "none" may be a kind."""

import pytest

from tests.unit.tables.findings.conftest import Find, codes


@pytest.mark.parametrize("word", ["unknown", "Keine Angabe", "desconocido", "not available"])
def test_a_word_for_not_known_is_counted(find: Find, word: str) -> None:
    found = find({"job": [*["clerk", "nurse", "driver"] * 10, *[word] * 4], "age": list(range(34))})

    assert codes(found) == ["find.unknown"]
    assert (found[0].values["value"], found[0].values["count"], found[0].values["rows"]) == (word, 4, 34)


@pytest.mark.parametrize(
    "cells",
    [
        pytest.param([*["clerk", "nurse", "driver"] * 10, *["none"] * 4], id="none is a kind"),
        pytest.param([*["clerk", "nurse", "driver"] * 11, "unknown"], id="once"),
        pytest.param([*["unknown"] * 33, "clerk"], id="nearly all"),
    ],
)
def test_words_that_may_be_meant_are_no_finding(find: Find, cells: list[str]) -> None:
    assert codes(find({"job": cells, "age": list(range(34))})) == []
