"""What mistakes cost, as the command line is told and tells it."""

from typing import Any

import pytest

from desktop_app.cli.main import main
from desktop_app.cli.training_report import training_json
from desktop_app.errors import DataError
from desktop_app.records.jobs import Order
from desktop_app.records.orders import TrainedFile
from desktop_app.records.plans import TrainingPlan
from tests.unit.cli.commands.running import told
from tests.unit.reports.made import two_kinds

TRAIN = ("train", "customers.csv", "--budget", "1", "--force")
BOTH = ("--cost-missed", "500", "--cost-false", "20")


def test_the_model_begins_with_the_line_that_costs_ask_for(capsys: pytest.CaptureFixture[str]) -> None:
    code, facts, _ = told(capsys, *TRAIN, "--target", "left", *BOTH, "--out", "costly.hunch")

    costs = facts["costs"]
    assert code in (0, 5)
    assert costs["decision"]["value"] == "yes"
    assert costs["decision"]["costs"] == {"missed": 500.0, "false": 20.0}
    assert costs["decision"]["chance"] < 0.5
    assert costs["saves"] == (costs["low"] > 0)
    if code == 0:
        assert "At these costs it" in facts["verdict"]["sentence"]

    _, card, _ = told(capsys, "inspect", "costly.hunch")
    assert card["decision"] == (costs["decision"] if code == 0 else None)
    assert card["plan"]["costs"] == {"value": "yes", "costs": {"missed": 500.0, "false": 20.0}}


def test_without_them_nothing_is_said_of_costs() -> None:
    trained = TrainedFile(evaluation=two_kinds(), plan=TrainingPlan(target="left"), model="draft")

    assert "costs" not in training_json(trained, "m.hunch")


def test_the_options_reach_the_learner(monkeypatch: pytest.MonkeyPatch) -> None:
    orders: list[Any] = []

    def refuse(order: Order, *_: object) -> None:
        orders.append(order.params["plan"])
        raise DataError("plan.too_few", rows=1)

    monkeypatch.setattr("desktop_app.jobs.once.run_once", refuse)

    for options in (BOTH, ()):
        assert main([*TRAIN, "--target", "left", *options]) == 4
    assert [plan["costs"] for plan in orders] == [
        {"value": "", "costs": {"missed": 500.0, "false": 20.0}},
        None,
    ]


REFUSED = {
    "one alone": (("--cost-missed", "500"), 2, "cli.both_costs"),
    "the other alone": (("--cost-false", "20"), 2, "cli.both_costs"),
    "nothing": (("--cost-missed", "0", "--cost-false", "0"), 2, "cli.both_costs"),
    "no amount": (("--cost-missed", "nan", "--cost-false", "1"), 2, "cli.wrong_use"),
    "too little": (("--cost-missed", "1", "--cost-false", "1e-9"), 2, "plan.cost_amount"),
    "below nothing": (("--cost-missed", "-1", "--cost-false", "1"), 2, "cli.wrong_use"),
    "endless": (("--cost-missed", "inf", "--cost-false", "1"), 2, "cli.wrong_use"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_said_is_refused(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    options, expected, code = REFUSED[name]

    found, facts, complaints = told(capsys, *TRAIN, "--target", "left", *options)

    assert (found, facts["error"]["code"]) == (expected, code)
    assert complaints == [facts["error"]["message"], facts["error"]["hint"]]


def test_of_a_column_that_holds_not_just_two_kinds_it_cannot_be_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, facts, _ = told(capsys, *TRAIN, "--target", "calls", *BOTH, "--out", "calls.hunch")

    assert (code, facts["error"]["code"]) == (4, "plan.costs_two")
    assert facts["error"]["message"] == (
        'What mistakes cost can be said of two kinds, and "calls" does not hold just two.'
    )
