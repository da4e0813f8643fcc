"""In which column of the Results page each part stands."""

from dataclasses import replace

import pytest

from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Evaluation
from desktop_app.web.insights import insights_of
from desktop_app.web.parts import Parts, parts_of
from desktop_app.web.result import result_of
from tests.api.made import EVALUATION
from tests.api.test_insights import ALL
from tests.api.test_results import NUMBER
from tests.unit.reports.insight_parts import STILL_RISING

NO_TEXTS = replace(ALL, words=None, typical=())
LONG_RIGHT = replace(EVALUATION, pace=STILL_RISING)


def parts(evaluation: Evaluation) -> Parts:
    plan = TrainingPlan(target=evaluation.target)
    return parts_of(result_of(evaluation, plan), insights_of(evaluation, plan), None, decides=False)


@pytest.mark.parametrize(("evaluation", "is_left"), [(NO_TEXTS, False), (LONG_RIGHT, True)])
def test_how_it_was_tested_stands_where_there_is_room(evaluation: Evaluation, is_left: bool) -> None:
    found = parts(evaluation)

    assert ("tested" in [part.name for part in found.left]) is is_left
    assert ("tested" in [part.name for part in found.right]) is not is_left


@pytest.mark.parametrize("evaluation", [ALL, NO_TEXTS, LONG_RIGHT, EVALUATION, NUMBER])
def test_both_columns_end_about_alike(evaluation: Evaluation) -> None:
    found = parts(evaluation)

    left, right = (sum(part.lines for part in column) for column in (found.left, found.right))
    assert abs(left - right) <= max(part.lines for part in (*found.left, *found.right))
