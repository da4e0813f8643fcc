"""A workbook that cannot be given back is never replaced by a new one with its table alone."""

from pathlib import Path

import pytest

from desktop_app.errors import SaveError
from desktop_app.tables.out.delivering import deliver
from tests.unit.tables.opening import Opener
from tests.unit.tables.out.giving_back import ROWS, Giver


def test_answers_saved_twice_over_their_workbook(give_back: Giver, open_file: Opener) -> None:
    book = give_back.sheet()
    answered = give_back.answered(open_file(book), book)

    assert deliver(answered, book).workbook == "same"
    kept = book.read_bytes()
    with pytest.raises(SaveError) as refused:
        deliver(answered, book)  # it is not the file any more that was read

    assert refused.value.code == "save.own_workbook"
    assert book.read_bytes() == kept


def test_a_locked_workbook_stays_under_any_name_it_has(
    give_back: Giver, open_file: Opener, tmp_path: Path
) -> None:
    book = give_back.sheet(ROWS, tail='<sheetProtection sheet="1"/>')
    answered, other = give_back.answered(open_file(book), book), tmp_path / "other.xlsx"
    other.hardlink_to(book)

    for out in (book, other):
        with pytest.raises(SaveError) as refused:
            deliver(answered, out)
        assert refused.value.code == "save.own_workbook"

    assert deliver(answered, tmp_path / "new.xlsx").workbook == "new"
