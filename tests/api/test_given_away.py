"""Columns that give the answer away on the Results page: what is said, and the buttons that answer."""

from dataclasses import replace

import pytest

from desktop_app.engine.leaks.accusing import gives_away
from desktop_app.records.plans import GIVEN_AWAY, GivingAway, LeftOut
from desktop_app.records.results import GiveAway, Verdict
from desktop_app.workspace.store import Workspace
from tests.api.conftest import Person
from tests.api.made import EVALUATION
from tests.api.made_results import results

LABEL = "Columns that give the answer away"
USE_IT = "I would know it in time, use it"
LEAVE_IT = "No, leave it out and learn again"
WARNED = replace(EVALUATION, warnings=(gives_away("closed_on"),))


@pytest.mark.parametrize("reason", GIVEN_AWAY)
def test_one_that_is_left_out_can_be_used_again(
    person: Person, workspace: Workspace, reason: GivingAway
) -> None:
    left_out = (LeftOut(column="closed_on", reason=reason),)
    page = results(person, workspace, replace(EVALUATION, left_out=left_out))

    assert LABEL in page
    assert page.count("&#34;closed_on&#34; is left out") == 1
    assert USE_IT in page
    assert 'value="closed_on"' in page
    assert LEAVE_IT not in page


def test_one_that_is_used_is_asked_about_once(person: Person, workspace: Workspace) -> None:
    page = results(person, workspace, WARNED)

    assert page.count("&#34;closed_on&#34; alone nearly gives the answer.") == 1
    assert LEAVE_IT in page
    assert "Yes, I would know it" in page


def test_the_one_that_the_verdict_asks_about_is_not_asked_about_twice(
    person: Person, workspace: Workspace
) -> None:
    given = GiveAway(column="closed_on", alone=0.99, without=0.81)
    doubted = replace(WARNED, give_away=given, verdict=Verdict(level="suspicious", shape="two"))

    page = results(person, workspace, doubted)

    assert LABEL not in page
    assert page.count(LEAVE_IT) == 1


def test_a_result_without_one_says_nothing_of_it(person: Person, workspace: Workspace) -> None:
    assert LABEL not in results(person, workspace)
