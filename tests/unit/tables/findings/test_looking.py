"""All that is found goes into the record of the table, a few of a kind, and is kept beside the rows."""

import pytest

from desktop_app.tables.findings import looking
from desktop_app.tables.findings.headings import words_of
from desktop_app.tables.findings.looking import MOST_OF_A_KIND, with_findings
from desktop_app.tables.stored.storage import read_found, read_table
from tests.unit.tables.findings.conftest import NOW, Find, codes
from tests.unit.tables.opening import Opener

MAILS = "mail,n\n" + "\n".join(f"p{row}@example.org,{row % 7}" for row in range(30))


def test_what_is_found_stands_with_its_column_and_in_the_record(open_file: Opener) -> None:
    opened = open_file(MAILS)

    found = with_findings(opened.table, opened.folder, now=NOW)

    assert [note.code for note in found.columns[0].notes] == ["find.personal"]
    assert read_table(opened.folder) == found
    assert read_found(opened.folder) is not None


def test_a_table_without_findings_stays_as_it_is(open_file: Opener) -> None:
    opened = open_file("a,b\n" + "\n".join(f"{row * 31 % 97},{row * row % 89}" for row in range(50)))

    assert with_findings(opened.table, opened.folder, now=NOW) == opened.table


def test_of_one_kind_only_a_few_are_told(find: Find) -> None:
    found = find({f"mail {n}": [f"p{row}.{n}@example.org" for row in range(30)] for n in range(9)})

    assert codes(found).count("find.personal") == MOST_OF_A_KIND


def test_in_a_very_wide_table_only_profiles_are_looked_at(
    open_file: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs = ["clerk", "nurse", "unknown"] * 10
    opened = open_file("mail,job\n" + "\n".join(f"p{row}@example.org,{job}" for row, job in enumerate(jobs)))
    monkeypatch.setattr(looking, "WIDEST", 1)

    found = with_findings(opened.table, opened.folder, now=NOW)

    assert codes(found.warnings) == ["find.unknown"]


def test_the_words_of_a_heading_are_those_that_people_see() -> None:
    assert words_of("OrderDate2") == words_of("order_date") == words_of("Order date") == ("order", "date")
    assert words_of("Prénom") == ("prenom",)
    assert words_of("Straße") == ("strasse",)
