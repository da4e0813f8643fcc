"""Columns that give the answer away on the command line: said once, with the options that answer."""

from desktop_app.cli.training_report import training_json, training_lines
from desktop_app.engine.leaks.accusing import gives_away
from desktop_app.records.orders import TrainedFile
from desktop_app.records.plans import LeftOut, TrainingPlan
from tests.unit.reports.made import giveaway, two_kinds

PLAN = TrainingPlan(target="left")


def test_one_that_is_left_out_comes_with_the_option_that_puts_it_back() -> None:
    left_out = (LeftOut(column="closed on", reason="gives_away"),)
    trained = TrainedFile(plan=PLAN, evaluation=two_kinds(left_out=left_out), model="m")

    lines = training_lines(trained, "m")

    assert any(line.startswith('"closed on" is left out: it alone nearly gives') for line in lines)
    assert "If you would know \"closed on\" in time, add --known 'closed on'." in lines
    assert training_json(trained, "m")["excluded"] == [
        {"column": "closed on", "reason": "gives_away", "message": "alone nearly gives the answer"}
    ]


def test_one_that_is_used_comes_with_both_options_once() -> None:
    warned = two_kinds(warnings=(gives_away("closed"),))
    doubted = two_kinds("suspicious", warnings=warned.warnings, give_away=giveaway("closed"))

    for evaluation in (warned, doubted):
        lines = training_lines(TrainedFile(plan=PLAN, evaluation=evaluation, model="m"), "m")
        assert lines.count("If you would, add --known closed; if not, add --exclude closed.") == 1
