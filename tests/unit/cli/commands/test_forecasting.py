"""What comes next is learned from a file, told with its doubts, saved as a model, and moved on."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.cli.main import main
from desktop_app.engine.forecasting import trees
from tests.unit.cli import made_series
from tests.unit.cli.commands.running import told
from tests.unit.cli.made_files import read, write
from tests.unit.cli.made_series import Rows

FILES: dict[str, Callable[[], Rows]] = {
    "months.csv": made_series.months,
    "days.csv": made_series.wandering,
    "shops.csv": made_series.shops,
    "net.csv": made_series.given_away,
    "troubled.csv": made_series.troubled,
}
LEARN = ("train", "months.csv", "--task", "forecast", "--target", "sales", "--time", "month", "--force")


@pytest.fixture(autouse=True, scope="module")
def fewer_trees() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(trees, "ROUNDS", 20)
        yield


@pytest.fixture(autouse=True)
def files(here: None, folder: Path) -> None:
    for name, rows in FILES.items():
        if not (folder / name).exists():
            write(folder / name, rows())


def test_it_is_learned_measured_and_told_with_the_first_steps(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*LEARN, "--horizon", "14"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Good. Off by ")
    assert " on average over 14 months." in lines[0]
    assert "The value 12 months earlier is off by " in lines[1]
    assert '"sales" by "month": 96 months, from 2015-01-01 to 2022-12-01.' in lines
    assert lines[-15].startswith("2023-01-01 ")
    assert lines[-3:-1] == ["… 2 steps more", ""]
    assert lines[-1].endswith("predict months.hunch months.csv --out OUT.csv")


def test_the_facts_have_their_final_names(capsys: pytest.CaptureFixture[str]) -> None:
    code, facts, _ = told(capsys, *LEARN, "--horizon", "3")

    assert (code, facts["task"], facts["period"], facts["season"]) == (
        0,
        "forecast",
        {"name": "month", "every": 1},
        12,
    )
    past = facts["past"]
    assert (past["first"], past["last"], past["steps"]) == ("2015-01-01", "2022-12-01", 96)
    assert (past["gaps"], past["repeats"], past["joined"]) == (0, 0, None)
    assert facts["score"]["value"] < facts["baseline"]["value"]
    assert [one["step"] for one in facts["by_step"]] == [1, 2, 3]
    assert [one["time"] for one in facts["ahead"]] == ["2023-01-01", "2023-02-01", "2023-03-01"]
    assert all(one["low"] <= one["prediction"] <= one["high"] for one in facts["ahead"])


def test_no_better_than_the_last_value_is_an_answer(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("--target", "price", "--time", "day", "--horizon", "5")

    code, facts, complaints = told(capsys, "train", "days.csv", "--task", "forecast", *asked)

    assert (code, facts["verdict"]["level"], facts["baseline"]["way"]) == (5, "guessing", "last")
    assert facts["verdict"]["sentence"].startswith("It does not reliably beat the last value.")
    assert complaints[0].startswith("The model is saved only so that you can look at it:")
    assert main(["predict", "days.hunch", "days.csv", "--out", "days_ahead.csv"]) == 5
    assert read(folder / "days_ahead.csv")[0]["caution"] == "the model is no better than guessing"


def test_each_group_is_a_series_with_what_is_known_ahead(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ("--target", "Umsatz", "--time", "Tag", "--group", "Filiale", "--horizon", "7")

    code, facts, _ = told(capsys, "train", "shops.csv", "--task", "forecast", *asked, "--known", "all")

    assert (code, facts["series"], facts["features"]) == (0, 3, ["Aktion"])
    errors = facts["series_errors"]
    assert [one["score"] < one["baseline"] for one in errors] == [one["better"] for one in errors]
    assert {one["group"] for one in errors} == {one["group"] for one in facts["ahead"]}
    assert main(["predict", "shops.hunch", "shops.csv", "--out", "shops_ahead.csv"]) == 0
    rows = read(folder / "shops_ahead.csv")
    assert [*rows[0]][:3] == ["Tag", "Filiale", "prediction"]
    assert len(rows) == 21
    assert {row["Filiale"] for row in rows} == {"Nord", "Süd", "'=West"}


def test_a_column_that_gives_it_away_is_asked_about(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("--target", "price", "--time", "day", "--horizon", "5", "--known", "net")

    assert main(["train", "net.csv", "--task", "forecast", *asked]) == 5
    said = capsys.readouterr()
    assert 'Do you know "net" for 5 days ahead?' in said.out
    assert "If you do, add --include net. If not, add --exclude net." in said.out
    assert 'Not filled in for the time ahead: "net".' in said.err
    _, facts, _ = told(
        capsys, "train", "net.csv", "--task", "forecast", *asked, "--include", "net", "--force"
    )
    assert facts["verdict"]["level"] == "good"


def test_rows_in_a_mess_are_understood_and_said(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("--target", "Menge", "--time", "Datum", "--horizon", "7", "--join", "mean")

    code, facts, _ = told(capsys, "train", "troubled.csv", "--task", "forecast", *asked)

    said = {one["code"]: one["message"] for one in facts["warnings"]}
    assert (code, facts["past"]["first"], facts["past"]["steps"]) == (0, "2023-01-02", 120)
    assert said["forecast.gaps"] == "5 of 120 moments have no value."
    assert said["forecast.no_time_rows"] == "1 row has no time, or no group, and is left out."
    assert said["forecast.repeats"] == "4 rows share their moment with others: their mean counts."


@pytest.mark.parametrize(("join", "code"), [((), 5), (("--join", "mean"), 0), (("--group", "shop"), 0)])
def test_rows_of_one_moment_are_asked_about_until_it_is_said(
    join: tuple[str, ...], code: int, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if not (folder / "two.csv").exists():
        head, *rows = made_series.months(60)
        write(folder / "two.csv", [[*head, "shop"], *([*row, shop] for row in rows for shop in ("a", "b"))])
    asked = ("--target", "sales", "--time", "month", "--horizon", "3", "--out", "two.hunch", "--force")

    ended, facts, said = told(capsys, "train", "two.csv", "--task", "forecast", *asked, *join)

    question = [one for one in facts["warnings"] if one["code"] == "forecast.join_question"]
    assert (ended, [one["columns"] for one in question]) == (code, [] if join else [["shop"]])
    assert not [one for one in facts["warnings"] if one["code"] == "forecast.not_known"]
    assert [line.rsplit("own: ", 1)[1] for line in said if "--join sum or" in line] == (
        [] if join else ["--group shop."]
    )


def test_a_forecast_joins_newer_rows_as_it_was_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head, *rows = made_series.months(62)
    write(folder / "twice.csv", [head, *(rows[:60] * 2)])
    write(folder / "twice_newer.csv", [head, *(rows[60:] * 2)])
    asked = ("--target", "sales", "--time", "month", "--horizon", "3", "--join", "sum")
    assert main(["train", "twice.csv", "--task", "forecast", *asked]) == 0
    assert "120 rows share their moment with others: they are added up." in capsys.readouterr().out

    assert main(["predict", "twice.hunch", "twice_newer.csv", "--out", "twice_ahead.csv"]) == 0
    assert float(read(folder / "twice_ahead.csv")[0]["prediction"]) > 400


@pytest.mark.parametrize(("every", "code"), [(7, "forecast.sparser"), (0, "forecast.denser")])
def test_newer_rows_at_another_pace_are_doubted(
    every: int, code: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if not (folder / "daily.hunch").exists():
        asked = ("--target", "price", "--time", "day", "--horizon", "5", "--out", "daily.hunch")
        told(capsys, "train", "days.csv", "--task", "forecast", *asked)
    head, *rows = made_series.wandering(150)
    write(folder / "pace.csv", [head, *(rows[120::every] if every else rows[120:] * 2)])

    ended, facts, _ = told(capsys, "predict", "daily.hunch", "pace.csv", "--out", "pace_ahead.csv", "--force")

    assert ended == 5
    assert code in {one["code"] for one in facts["warnings"]}
    assert "the new rows seem to come at another pace" in read(folder / "pace_ahead.csv")[0]["caution"]
