"""What was chosen otherwise, found by comparing two plans."""

from dataclasses import replace
from typing import Any

import pytest

from desktop_app.records.plans import TrainingPlan
from desktop_app.reports.notice_words import notice_text
from desktop_app.reports.plan_changes import plan_changes

PLAN = TrainingPlan(target="left", budget=15.0)


def told(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    changes = plan_changes(replace(PLAN, **before), replace(PLAN, **after))
    return [notice_text(notice) for notice in changes]


def test_the_same_plan_has_nothing_to_tell() -> None:
    assert told({}, {}) == []


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ({}, {"exclude": ("age",)}, '"age" was left out.'),
        ({"exclude": ("age", "city")}, {"exclude": ("city",)}, '"age" was put back.'),
        ({}, {"include": ("id",)}, '"id" was put back.'),
        ({"include": ("id",)}, {}, '"id" was left out.'),
        ({"include": ("id",)}, {"exclude": ("id",)}, '"id" was left out.'),
        ({"exclude": ("id",)}, {"include": ("id",)}, '"id" was put back.'),
        ({}, {"exclude": ("a", "b")}, 'Left out: "a", "b".'),
        ({}, {"known": ("end",)}, '"end" was said to be known in time.'),
        ({"known": ("end",)}, {}, '"end" was no longer said to be known in time.'),
        ({}, {"all_known": True}, "All columns were said to be known in time."),
        ({}, {"task": "classification"}, 'The numbers in "left" were taken as names of kinds.'),
        ({}, {"group": "customer"}, 'For the test, rows with the same "customer" were kept together.'),
        ({"group": "a"}, {"time": "day"}, 'It was tested on the rows that are the latest by "day".'),
        ({}, {"any_row": True}, "For the test, every row was taken by itself."),
        ({"any_row": True}, {}, "How it is tested was left to Hunch again."),
        ({}, {"budget": 300.0}, "It was given 5 minutes to learn."),
        ({}, {"seed": 3}, "It began from another place of chance (3)."),
        ({}, {"readable": True}, "Only a rule that fits on one page was learned."),
        ({}, {"for_form": "xlsx"}, "Only what Excel can hold was learned."),
        ({"for_form": "onnx"}, {}, "It may be more than another program can hold again."),
    ],
)
def test_each_choice_is_told_once(before: dict[str, Any], after: dict[str, Any], sentence: str) -> None:
    assert told(before, after) == [sentence]
