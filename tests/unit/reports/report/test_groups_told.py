"""A report says what each group of a model came to, where it says how good the model is."""

from dataclasses import replace

from desktop_app.records.plans import TrainingPlan
from desktop_app.reports.report.content import Figure, Table
from tests.unit.reports.report.made_facts import known, report, rich, said, section
from tests.unit.reports.test_each_words import EACH


def test_what_each_group_came_to_stands_with_how_good_it_is() -> None:
    facts = known(replace(rich(), each=EACH), plan=TrainingPlan(target="left", each="shop"))

    assert "Far more off than groups of about the same size" in said(section(report(facts), "good"))
    assert "groups" not in said(section(report(facts), "proof"))


def test_of_many_groups_the_odd_the_worst_and_the_best_are_in_a_table_and_all_in_a_picture() -> None:
    ranked = tuple(replace(one, error=0.1 * place) for place, one in enumerate(EACH.groups))
    blocks = section(report(known(replace(rich(), each=replace(EACH, groups=ranked)))), "good").blocks
    few = section(report(known(replace(rich(), each=replace(EACH, groups=ranked[:3])))), "good").blocks
    alike = section(report(known(replace(rich(), each=replace(EACH, groups=ranked[:20])))), "good")

    (table,) = [one for one in blocks if isinstance(one, Table) and "unlike the others" in one.caption]

    assert table.caption.startswith('11 of 23 groups of "shop"')
    assert [row[0] for row in table.rows][:3] == ["odd", "even", "shop 19"]
    assert [row[0] for row in table.rows][-1] == "shop 0"
    assert "short" not in [row[0] for row in table.rows]
    assert "groups-by-rows" in [one.picture.name for one in blocks if isinstance(one, Figure)]
    assert '10 of 20 groups of "shop": the worst and the best' in said(alike)
    assert 'The groups of "shop" with enough rows, the worst first' in [
        one.caption for one in few if isinstance(one, Table)
    ]


def test_that_groups_are_part_of_the_proof_is_for_experts() -> None:
    facts = known(replace(rich(), each=EACH), plan=TrainingPlan(target="left", each="shop"))

    full = said(section(report(facts, audience="experts"), "proof"))
    assert "A model for each value of\nshop" in full
