"""Columns of text on the Results page: words that go with each answer, and typical rows of the table."""

import re
from dataclasses import replace
from html import unescape

from desktop_app.records.texts import TypicalRow, TypicalRows
from desktop_app.web.typical import typical_of
from desktop_app.workspace.store import Workspace
from tests.api.conftest import Person
from tests.api.made import EVALUATION, stored_table, stored_training
from tests.api.made_results import results
from tests.unit.reports.text_parts import REFUND, TYPICAL, WORDS, answer, words

TEXTS = replace(EVALUATION, words=replace(WORDS, columns=("region",)), typical=TYPICAL)


def test_words_and_rows_have_their_places(person: Person, workspace: Workspace) -> None:
    page = unescape(results(person, workspace, TEXTS))

    assert '"refund" stands in 41 of 60 rows that are "yes", and in 3 of 200 others.' in page
    assert '<th scope="row"><bdi>arrived broken</bdi></th><td class="amount">12</td>' in page
    assert "<bdi>row 12 column 2</bdi></blockquote>" in page
    assert 'Row 13: more than 99 of 100 for "yes"' in page
    assert '<a href="#words">Words</a>' in page


def test_that_no_word_was_found_is_said(person: Person, workspace: Workspace) -> None:
    page = results(person, workspace, replace(TEXTS, words=words(answer("no"), answer("yes")), typical=()))

    assert "Beyond chance, no word of" in page
    assert 'id="typical"' not in page


def test_a_table_without_texts_has_neither(person: Person, workspace: Workspace) -> None:
    page = results(person, workspace)

    assert 'id="words"' not in page
    assert 'id="typical"' not in page


def test_words_of_many_answers_are_folded(person: Person, workspace: Workspace) -> None:
    many = words(*(answer(f"kind {place}", REFUND) for place in range(6)))

    page = results(person, workspace, replace(TEXTS, words=many))

    folded = page.partition("Words of the other answers")[2].partition("</details>")[0]
    assert [f"kind {place}" in folded for place in range(6)] == [False] * 4 + [True] * 2


def shown(page: str) -> list[str]:
    """Return what stands in the typical rows of a page."""
    return [re.sub("<[^>]+>", "", one).strip() for one in re.findall("<blockquote>(.*?)</blockquote>", page)]


def test_where_the_table_is_gone_or_read_otherwise_no_row_is_shown(
    person: Person, workspace: Workspace
) -> None:
    stored = stored_table(workspace)
    training = stored_training(workspace, stored.id, TEXTS)
    assert shown(person.get(f"/trainings/{training.id}/results").text) == [
        *("row 3 column 2", "row 12 column 2", "row 0 column 2")
    ]
    assert typical_of(training, replace(stored, reading="another")) == ()

    workspace.tables.delete(stored.id)

    page = person.get(f"/trainings/{training.id}/results").text
    assert (shown(page), 'id="words"' in page) == ([], True)


def test_of_several_columns_each_is_named_and_empty_cells_are_not_shown(
    person: Person, workspace: Workspace
) -> None:
    both = replace(TEXTS, words=replace(WORDS, columns=("region", "left", "gone")))
    rows = tuple(TypicalRow(row=row, chance=0.9) for row in (1, 8, 9))

    page = results(person, workspace, replace(both, typical=(TypicalRows(value="no", rows=rows),)))

    assert shown(page) == ["region row 1 column 2", "left row 1 column 3"]


def test_a_row_that_is_not_there_is_left_out(person: Person, workspace: Workspace) -> None:
    strange = tuple(TypicalRow(row=row, chance=0.9) for row in (-1, 300, 10**12))

    page = results(person, workspace, replace(TEXTS, typical=(TypicalRows(value="no", rows=strange),)))

    assert 'id="typical"' not in page
