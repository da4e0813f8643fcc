"""The report of a model that was learned again says from which, and that it can be known by its hash."""

from dataclasses import replace

from tests.unit.reports.made import two_kinds
from tests.unit.reports.report.made_facts import known, report, said, section
from tests.unit.reports.test_lineage_words import LINEAGE


def test_the_proof_names_the_model_before_and_how_both_compare() -> None:
    evaluation = replace(two_kinds(), lineage=LINEAGE)

    plain = said(section(report(known(evaluation)), "proof"))
    full = said(section(report(known(evaluation), audience="experts"), "proof"))

    assert 'Learned again from "left" of 2026-03-01' in plain
    assert '"left" for 81 of the same 100' in plain
    assert LINEAGE.content in full


def test_a_model_that_comes_from_none_says_nothing_of_it() -> None:
    full = said(section(report(audience="experts"), "proof"))

    assert "Learned again" not in full
    assert "model before it" not in full
