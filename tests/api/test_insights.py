"""Results beyond the verdict: percentages, weak spots, more rows, and a rule on one page."""

import re
from dataclasses import replace

from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Skill, Verdict
from desktop_app.web.insights import insights_of
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import EVALUATION, stored_table, stored_training
from tests.api.made_results import plan_of, results
from tests.api.test_results import NUMBER
from tests.unit.reports.insight_parts import BANDS, FITS, RULE, STILL_RISING, TEN, pace, spot
from tests.unit.reports.text_parts import TYPICAL, WORDS

ALL = replace(
    EVALUATION,
    calibration=FITS,
    cuts=(TEN,),
    pace=STILL_RISING,
    weak_spots=(spot(rows=50),),
    rule=RULE,
    words=replace(WORDS, columns=("region",)),
    typical=TYPICAL,
)
AMOUNTS = replace(NUMBER, bands=BANDS, pace=pace((1000, 9.0), (4000, 7.2)))
QUESTIONS = (
    *("When is it right, and when wrong?", "Can the percentages be trusted?", "Where does it fail?"),
    *("A rule on one page", "What matters to it?", "Would more rows help?", "How was it tested?"),
)


def test_each_question_has_its_answer_in_an_order_that_a_newcomer_reads(
    person: Person, workspace: Workspace
) -> None:
    page = results(person, workspace, ALL)

    places = [page.index(f">{question}</h2>") for question in QUESTIONS]
    assert places == sorted(places)
    assert "it really is so 82 of 100 times. That fits." in page
    assert "right for 31 of 50 there" in page
    assert "With 2,000 rows it was right for 84 of 100" in page
    assert "A one-page rule is right for 84 of 100; this model for 88." in page
    assert "If &#34;calls&#34; is below 4: &#34;no&#34;." in page


def test_the_list_of_the_page_leads_to_parts_that_are_there(person: Person, workspace: Workspace) -> None:
    for evaluation in (EVALUATION, ALL, AMOUNTS):
        page = results(person, workspace, evaluation)
        listed = re.findall(r'<a href="#([a-z-]+)">', page.partition('aria-label="On this page"')[2])

        assert {"wrong", "tested", "tried"} <= set(listed)
        assert [anchor for anchor in listed if page.count(f'id="{anchor}"') != 1] == []
        places = [page.index(f'id="{anchor}"') for anchor in listed]
        assert places == sorted(places)


def test_a_picture_has_its_sentence_its_numbers_and_ways_to_keep_them(
    person: Person, workspace: Workspace
) -> None:
    page = results(person, workspace, ALL)

    figure = page.partition('<figure class="picture" id="percentages">')[2].partition("</figure>")[0]
    assert '<figcaption class="answer" id="percentages-said">When it says 80 of 100' in figure
    assert 'role="img" aria-label="What it said across' in figure
    assert '<th scope="row"><bdi>80</bdi></th><td class="amount">82</td><td class="amount">300</td>' in figure
    assert re.findall(r'data-picture="(\w+)"', figure) == ["png", "svg", "copy"]
    assert "data-save-to" not in figure
    assert "style=" not in figure


def test_in_the_window_a_picture_is_saved_by_the_program(owner: Person, workspace: Workspace) -> None:
    assert 'data-save-to="/pictures"' in results(owner, workspace, ALL)


def test_experts_find_the_curves_among_the_details(person: Person, workspace: Workspace) -> None:
    page = results(person, workspace, ALL)

    details = page.partition("Details for experts")[2].partition("</section>")[0]
    assert "Area under the ROC curve" in details
    assert 'id="order-of-rows"' in details
    assert 'id="found-and-right"' in details


def test_a_number_shows_the_sizes_of_its_misses(person: Person, workspace: Workspace) -> None:
    page = results(person, workspace, AMOUNTS)

    assert "Large answers are missed by more" in page
    assert "With 1,000 rows it was off by 9" in page
    assert "No part of the table was found where it does clearly worse." in page
    assert "Can the percentages be trusted?" not in page


def test_an_older_model_says_nothing_of_what_was_not_looked_for(person: Person, workspace: Workspace) -> None:
    page = results(person, workspace, EVALUATION)

    for question in (*QUESTIONS[1:4], QUESTIONS[5]):
        assert question not in page
    assert re.findall('<figure class="picture" id="([a-z-]+)">', page) == ["what-matters"]


def test_of_a_guess_it_is_not_said_where_it_fails(person: Person, workspace: Workspace) -> None:
    guess = replace(ALL, verdict=Verdict(level="guessing", shape="two"), skill=Skill(value=0, low=-0.1))

    page = results(person, workspace, guess)

    assert "Where does it fail?" not in page
    assert "A rule on one page" not in page
    assert "Would more rows help?" in page


def test_the_rule_is_learned_instead(person: Person, workspace: Workspace, jobs: FakeJobs) -> None:
    training = stored_training(workspace, stored_table(workspace).id, ALL)
    page = person.get(f"/trainings/{training.id}/results").text
    assert f'action="/trainings/{training.id}/rule"' in page

    response = person.post(f"/trainings/{training.id}/rule")

    assert plan_of(jobs)["readable"] is True
    assert response.headers["Location"].endswith("/learn")
    assert training.id not in response.headers["Location"]


def test_a_rule_that_does_better_than_the_model_is_said_to(person: Person, workspace: Workspace) -> None:
    better = replace(ALL, rule=replace(RULE, value=ALL.score.value + 0.05))
    table = stored_table(workspace).id
    trained = [stored_training(workspace, table, one).id for one in (ALL, better)]

    pages = [person.get(f"/trainings/{one}/results").text for one in trained]

    assert ["The rule does better than this model" in page for page in pages] == [False, True]


def test_a_result_too_good_to_be_true_is_no_ground_for_a_rule(person: Person, workspace: Workspace) -> None:
    doubted = replace(ALL, verdict=Verdict(level="suspicious", shape="two"))

    page = results(person, workspace, doubted)

    assert "If &#34;calls&#34; is below 4" in page
    assert "Use the rule instead" not in page


def test_a_model_that_is_a_rule_is_not_offered_once_more() -> None:
    plain, rule = TrainingPlan(target="left"), TrainingPlan(target="left", readable=True)

    offered, learned = insights_of(ALL, plain).rule, insights_of(ALL, rule).rule

    assert offered is not None
    assert learned is not None
    assert offered.can_be_used
    assert not learned.can_be_used
    assert learned.sentence == "This is the rule that it answers by."


def test_a_model_that_is_a_rule_is_told_from_others_of_its_table(
    person: Person, workspace: Workspace
) -> None:
    table = stored_table(workspace)
    training = stored_training(workspace, table.id, ALL)

    person.post(f"/trainings/{training.id}/rule")

    assert "a rule on one page" in person.get(f"/trainings/{training.id}/results").text
