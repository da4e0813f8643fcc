"""The report of a model that was made elsewhere, in every format."""

from typing import Any

import pytest

from desktop_app.records.results import Evaluation
from desktop_app.reports.report.html import page_of
from desktop_app.reports.report.pdf import pdf_of
from desktop_app.reports.report.word import document_of
from tests.unit.reports.made import a_number
from tests.unit.reports.made_brought import untested, with_rows
from tests.unit.reports.report.made_facts import known, names, report, said, section

EACH = pytest.mark.parametrize(
    "made",
    [untested(), untested(a_number()), with_rows(), with_rows(a_number())],
    ids=["untested", "untested number", "tested", "tested number"],
)


def made_of(evaluation: Evaluation, **wishes: Any) -> Any:
    return report(known(evaluation, table="churn.onnx"), audience="experts", **wishes)


@EACH
def test_it_says_where_it_comes_from_and_nothing_of_learning(made: Evaluation) -> None:
    written = made_of(made)

    everything = said(written)
    assert "churn.onnx" in said(section(written, "tested"))
    assert "what it learned from, and how, is not known here" in everything
    for words in (
        "Learned on",
        "Random seed",
        "To prove it",
        "simplest guess: always answering",
        "Time to learn",
    ):
        assert words not in everything
    assert "tried" not in names(written)


@EACH
@pytest.mark.parametrize("write", [page_of, document_of, pdf_of])
def test_every_format_holds_it(made: Evaluation, write: Any) -> None:
    assert len(write(made_of(made))) > 1_000


@pytest.mark.parametrize("audience", ["everyone", "experts"])
def test_one_that_nobody_tested_has_no_section_on_how_good_it_is(audience: str) -> None:
    written = report(known(untested()), audience=audience)

    assert names(written) == ["short", "limits", "tested", "proof"]
    assert "ab" * 32 in said(section(written, "proof"))
