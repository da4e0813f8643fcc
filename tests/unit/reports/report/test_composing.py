"""A report says what is known of a model, in the sentences of the pages, and nothing of what is not."""

import re
from dataclasses import replace

import pytest

from desktop_app.records.decisions import Decision
from desktop_app.records.models import ModelCard
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.reporting import SECTIONS, ReportFacts
from desktop_app.records.results import Misses
from desktop_app.records.tables import Recipe
from desktop_app.reports.report.composing import facts_of_card
from desktop_app.reports.report.content import Figure, Judgement, Table
from desktop_app.reports.verdict_words import verdict_words
from tests.unit.reports.explained import explained, kinds
from tests.unit.reports.made import a_number, many_kinds, rare_kind, two_kinds
from tests.unit.reports.report.made_facts import (
    SCHEMA,
    all_known,
    known,
    names,
    of_a_number,
    report,
    rich,
    said,
    section,
)

CAUSES = re.compile(r"\b(because of|due to|drives?|leads? to|results? in|effect of|impact)\b", re.IGNORECASE)


def test_everything_that_is_known_has_its_section_in_one_order() -> None:
    made = report(all_known(), audience="experts")

    assert names(made) == [one for one in SECTIONS if one not in ("next", "data")]  # which forecasts have


def test_of_what_is_not_known_there_is_no_section() -> None:
    bare = ReportFacts(
        evaluation=two_kinds(importances=(), confusion=None),
        plan=TrainingPlan(target="left"),
        table="customers.csv",
        learned="",
    )

    made = report(bare, audience="experts")

    assert names(made) == ["short", "good", "limits", "tested", "proof"]
    assert "SHA-256" not in said(made)
    assert "Learned on" not in said(made)


def test_the_answer_in_short_is_the_verdict_of_the_results_page() -> None:
    words = verdict_words(rich())

    told = section(report(), "short").blocks

    assert told[0] == Judgement(
        badge=words.badge, tone="accent", line=words.line, headline=words.headline, support=words.support
    )
    assert words.help in said(section(report(), "short"))


def test_what_would_help_follows_with_its_evidence() -> None:
    told = said(section(report(), "short"))

    assert "What would help:\nMore rows would help: twice as many might give about 91 of 100." in told
    assert "What would help" not in said(section(report(known(two_kinds())), "short"))


def test_the_simplest_guess_stands_beside_the_score() -> None:
    assert said(section(report(), "good")).startswith('Simplest guess: always "no". Right for 73 of 100.')


def test_right_and_wrong_answers_are_a_table() -> None:
    table = next(one for one in section(report(), "good").blocks if isinstance(one, Table))

    assert table.header == ("Really there", 'said "no"', 'said "yes"')
    assert table.rows == (('really "no"', "680", "50"), ('really "yes"', "70", "200"))


@pytest.mark.parametrize(
    "evaluation", [two_kinds(), many_kinds(), rare_kind(), a_number()], ids=["two", "many", "rare", "number"]
)
@pytest.mark.parametrize("audience", ["everyone", "experts"])
def test_every_kind_of_question_has_a_report(evaluation: object, audience: str) -> None:
    made = report(known(evaluation), audience=audience)  # type: ignore[arg-type]

    assert names(made)[:2] == ["short", "good"]
    assert "{" not in said(made)


def test_a_number_tells_how_far_off_it_is() -> None:
    made = report(known(of_a_number()))

    assert "nine in ten within" in said(section(made, "good"))
    assert [block.picture.name for block in section(made, "wrong").blocks if isinstance(block, Figure)] == [
        "misses-by-size"
    ]


def test_weak_spots_are_told_and_so_is_that_there_are_none() -> None:
    found = said(section(report(), "wrong"))
    none = said(section(report(known(replace(rich(), weak_spots=()))), "wrong"))

    assert 'It does worse where "age" is 60 or more' in found
    assert none.startswith("No part of the table was found")


def test_a_model_of_an_older_program_says_nothing_of_weak_spots() -> None:
    assert "wrong" not in names(report(known(two_kinds())))


def test_what_matters_is_drawn_and_its_limit_said() -> None:
    told = section(report(), "matters")

    assert isinstance(told.blocks[0], Figure)
    assert '"calls" matters most to it.' in said(told)
    assert 'It does not show what causes "left".' in said(told)


def test_columns_are_drawn_where_they_were_looked_into() -> None:
    drawn = [block for block in section(report(all_known()), "matters").blocks if isinstance(block, Figure)]

    assert len(drawn) == 3
    assert "go together in this table" in said(section(report(all_known()), "matters"))


def test_a_value_that_few_rows_share_is_not_drawn() -> None:
    found = explained(replace(kinds(West=0.5, East=0.2, Hermit=0.9), rows=204))
    points = tuple(
        replace(point, rows=4) if point.label == "Hermit" else point for point in found.effects[0].points
    )
    facts = known(explained=replace(found, effects=(replace(found.effects[0], points=points),)))

    made = report(facts)

    figures = [block for block in section(made, "matters").blocks if isinstance(block, Figure)]
    assert "Hermit" not in repr(figures)
    assert "West" in repr(figures)


def test_experts_get_more() -> None:
    plain, full = report(), report(audience="experts")

    assert "tried" not in names(plain)
    assert "Many small trees: right for 84 of 100 while practising.\n60 %" in said(section(full, "tried"))
    assert "Share of right answers (accuracy)" in said(section(full, "tested"))
    assert "area under the curve" in repr(section(full, "good"))
    assert "A one-page rule" in said(section(full, "matters"))
    assert len(said(full)) > len(said(plain))


def test_limits_name_what_it_is_not_for_and_what_was_left_out() -> None:
    told = said(section(report(), "limits"))

    assert "What it is not for" in told
    assert '"id" is left out' in told


def test_how_it_was_tested_is_the_sentence_of_the_results_page() -> None:
    assert said(section(report(), "tested")).startswith(
        "Tested on 1,000 rows that it had not seen, then learned again from all 5,000."
    )


def test_the_line_that_was_drawn_is_told_with_what_comes_of_it() -> None:
    told = said(section(report(all_known()), "decisions"))

    assert told.startswith('It says "yes" from 30 of 100 on')
    assert "It finds" in told
    assert "its mistakes cost about" in told
    assert "2026-03-05" in told


def test_a_line_that_it_draws_by_itself_is_no_decision() -> None:
    facts = known(decision=Decision(value="yes", chance=0.5))

    assert "decisions" not in names(report(facts))


def test_a_note_keeps_its_lines() -> None:
    assert said(section(report(all_known()), "note")) == "Seen by the board.\nAsk Mia about <b>May</b>."


def test_it_can_be_proved() -> None:
    plain, full = report(), report(audience="experts")

    assert said(section(plain, "proof")).startswith(
        "To prove it: file abababababababab, seed 7, version 0.1.0."
    )
    assert "ab" * 32 in said(section(full, "proof"))
    assert "python 3.11.7" in said(section(full, "proof"))
    assert 'Left out by choice\n"notes"' in said(section(full, "proof"))


def test_sections_can_be_chosen() -> None:
    assert names(report(all_known(), sections=("note", "short"))) == ["short", "note"]
    assert names(report(sections=("tried",))) == ["tried"]
    assert names(report(sections=())) == []


def test_the_title_is_the_question_or_what_the_person_wrote() -> None:
    assert report().title == 'Can it tell "left": yes or no?'
    assert report(title="  Who\nleaves?\x07 ").title == "Who leaves?"


def test_the_day_stands_in_it_where_it_is_known() -> None:
    assert report(made="2026-03-04").about[1].startswith("Written on 2026-03-04 with Hunch ")
    assert len(report().about) == 1


def test_no_row_of_the_table_gets_into_a_report() -> None:
    facts = known(a_number(misses=Misses(half=1.0, tenth=2.0, coverage=0.8, pairs=((123456.5, 1.0),), of=1)))

    assert "123456" not in repr(report(facts, audience="experts"))


def test_no_sentence_speaks_of_causes() -> None:
    for facts in (all_known(), known(of_a_number())):
        assert CAUSES.findall(said(report(facts, audience="experts"))) == []


def test_a_model_file_tells_all_of_this_itself() -> None:
    card = ModelCard(
        created="2026-03-04T05:06:07+00:00",
        versions={"hunch": "0.1.0"},
        table="customers.csv",
        table_sha256="cd" * 32,
        schema=SCHEMA,
        plan=TrainingPlan(target="left"),
        evaluation=rich(),
        recipe=Recipe(format="csv"),
        golden_rows=3,
        decision=Decision(value="yes", chance=0.3),
    )

    facts = facts_of_card(card)

    assert (facts.table_sha256, facts.decision, facts.explained) == ("cd" * 32, card.decision, None)
    assert "This file holds no rows of your table." in said(section(report(facts), "tested"))
