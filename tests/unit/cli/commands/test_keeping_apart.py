"""What keeps the tested rows apart, as the command line is told and tells it."""

import random
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli.main import main
from desktop_app.cli.training_report import training_json, training_lines
from desktop_app.errors import DataError
from desktop_app.records.jobs import Order
from desktop_app.records.notices import Notice
from desktop_app.records.orders import TrainedFile
from desktop_app.records.plans import TrainingPlan
from tests.unit.cli.commands.running import told
from tests.unit.cli.made_files import write
from tests.unit.reports.made import two_kinds

TRAIN = ("train", "visits.csv", "--target", "left", "--budget", "1", "--force")


@pytest.fixture(scope="module", autouse=True)
def visits(folder: Path) -> None:
    """Write four visits each of 30 customers, who are the same every time and leave or not for no reason."""
    chance = random.Random(1)  # noqa: S311 - made-up rows
    rows: list[list[object]] = []
    for customer in range(30):
        same = [
            f"K{customer:03}",
            chance.randint(20, 80),
            chance.randint(1, 999),
            chance.choice(["yes", "no"]),
        ]
        rows.extend([*same, chance.randint(0, 9)] for _ in range(4))
    chance.shuffle(rows)
    dated = [[*row, f"2024-{1 + at // 28:02}-{1 + at % 28:02}"] for at, row in enumerate(rows)]
    write(folder / "visits.csv", [["customer_id", "age", "income", "left", "mood", "day"], *dated])


def test_without_a_word_customers_who_are_alike_are_kept_together_and_it_is_a_warning(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, facts, _ = told(capsys, *TRAIN)

    assert (facts["tested_by"], facts["tested_column"]) == ("group", "customer_id")
    warning = next(one for one in facts["warnings"] if one["code"] == "plan.by_group")
    assert warning["columns"] == ["customer_id"]
    assert warning["message"].startswith('30 values of "customer_id" stand in several rows each (120 in all)')


def test_the_latest_rows_test_where_that_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    main([*TRAIN, "--time", "day"])

    assert 'the rows that come first by "day" and was checked on those that follow' in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "asked"),
    [
        ([], ("", "", False)),
        (["--group", "customer_id"], ("customer_id", "", False)),
        (["--time", "day"], ("", "day", False)),
        (["--any-row"], ("", "", True)),
    ],
)
def test_the_options_reach_the_learner(
    options: list[str], asked: tuple[str, str, bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    orders: list[Any] = []

    def refuse(order: Order, *_: object) -> None:
        orders.append(order.params["plan"])
        raise DataError("plan.too_few", rows=1)

    monkeypatch.setattr("desktop_app.jobs.once.run_once", refuse)

    assert main([*TRAIN, *options]) == 4
    assert tuple(orders[0][name] for name in ("group", "time", "any_row")) == asked


def test_people_read_which_option_has_it_otherwise_and_programs_what_it_went_by() -> None:
    found: dict[str, Any] = {"tested_by": "group", "tested_column": "customer_id", "tested_things": 40}
    codes = {"plan.by_group": found, "plan.group_question": {}, "plan.few_of_class": {}}
    plan, lines, facts = TrainingPlan(target="left"), {}, {}
    for code, changes in codes.items():
        notice = Notice(code=code, columns=("customer id",))
        trained = TrainedFile(evaluation=two_kinds(warnings=(notice,), **changes), plan=plan, model="draft")
        lines[code] = training_lines(trained, "m.hunch")
        facts[code] = training_json(trained, "m.hunch")

    assert lines["plan.by_group"][-1] == "If any row may test, add --any-row."
    answer = "Answer with one of: --group 'customer id', --any-row"
    assert lines["plan.group_question"].count(answer) == 1
    assert "--any-row" not in " ".join(lines["plan.few_of_class"])
    assert (facts["plan.by_group"]["tested_by"], facts["plan.by_group"]["tested_column"]) == (
        "group",
        "customer_id",
    )
    assert "tested_by" not in facts["plan.group_question"]


REFUSED = {
    "two ways": (["--group", "customer_id", "--time", "day"], 2, "cli.one_way"),
    "a way and none": (["--any-row", "--time", "day"], 2, "cli.one_way"),
    "misspelt": (["--group", "custmer_id"], 2, "cli.no_column"),
    "misspelt time": (["--time", "dya"], 2, "cli.no_column"),
    "no time": (["--time", "customer_id"], 4, "plan.not_time"),
    "the target": (["--group", "left"], 4, "plan.not_apart"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_keep_rows_apart_is_refused(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    options, expected, code = REFUSED[name]

    found, facts, complaints = told(capsys, *TRAIN, *options)

    assert (found, facts["error"]["code"]) == (expected, code)
    assert complaints == [facts["error"]["message"], facts["error"]["hint"]]
