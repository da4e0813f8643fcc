"""A report tells the words that go with each answer, and no typical row."""

from desktop_app.reports.report.content import Table
from tests.unit.reports.made import two_kinds
from tests.unit.reports.report.made_facts import known, report, said, section
from tests.unit.reports.text_parts import REFUND, TYPICAL, WORDS, answer, words


def tables(audience: str = "everyone") -> list[Table]:
    """Return the tables of words where six answers have some."""
    told = words(*(answer(f"kind {place}", REFUND) for place in range(6)))
    blocks = section(report(known(two_kinds(words=told)), audience=audience), "matters").blocks
    return [one for one in blocks if isinstance(one, Table)]


def test_words_stand_where_it_is_said_what_matters() -> None:
    told = section(report(known(two_kinds(words=WORDS, typical=TYPICAL))), "matters")

    assert '"refund" stands in 41 of 60 rows that are "yes"' in said(told)
    assert "Found in 900 rows" in said(told)
    assert "typical" not in said(told)


def test_everyone_reads_those_of_four_answers_and_experts_all() -> None:
    assert [len(tables(audience)) for audience in ("everyone", "experts")] == [4, 6]


def test_without_texts_nothing_is_said_of_words() -> None:
    assert "ords" not in said(section(report(known(two_kinds())), "matters"))
