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


@pytest.fixture
def saved(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Learn once for all tests that go on from it."""
    if not (folder / "kept_months.hunch").exists():
        assert main([*LEARN, "--horizon", "6", "--out", "kept_months.hunch"]) == 0
        capsys.readouterr()
    return "kept_months.hunch"


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


def test_the_same_file_gives_the_steps_as_a_table(
    folder: Path, saved: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, facts, complaints = told(capsys, "predict", saved, "months.csv", "--out", "same.csv")

    rows = read(folder / "same.csv")
    assert (code, facts["rows"], facts["cautions"], facts["until"]) == (0, 6, 0, "2022-12-01")
    assert [*rows[0]] == ["month", "prediction", "low", "high", "caution"]
    assert [row["month"] for row in rows] == [f"2023-{month:02}-01" for month in range(1, 7)]
    assert complaints == ["The file has nothing newer than 2022-12-01: the forecast stands where it stood."]


def test_newer_rows_alone_move_it_on(folder: Path, saved: str, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "newer.csv", made_series.months(2, first=96))

    code, facts, complaints = told(capsys, "predict", saved, "newer.csv", "--out", "newer_ahead.csv")

    assert (code, facts["until"], complaints) == (0, "2023-02-01", [])
    assert read(folder / "newer_ahead.csv")[0]["month"] == "2023-03-01"


def test_what_has_come_since_says_how_it_did(
    folder: Path, saved: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "come.csv", made_series.months(4, first=96))

    _, facts, _ = told(capsys, "predict", saved, "come.csv", "--out", "come_ahead.csv")
    main(["predict", saved, "come.csv", "--out", "come_again.csv"])

    assert (facts["hindsight"]["tested"], facts["hindsight"]["holds"]) == (4, "holds")
    said = "4 values have come that it had forecast, up to 4 months ahead: it was off by"
    assert said in capsys.readouterr().out


def test_a_gap_before_the_new_rows_is_a_caution(
    folder: Path, saved: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "later.csv", made_series.months(2, first=99))

    code, facts, _ = told(capsys, "predict", saved, "later.csv", "--out", "later_ahead.csv")

    assert (code, facts["cautions"]) == (5, 6)
    assert {row["caution"] for row in read(folder / "later_ahead.csv")} == {
        "3 moments before the new rows have no value"
    }


def test_values_far_outside_of_the_past_are_a_caution(
    folder: Path, saved: str, capsys: pytest.CaptureFixture[str]
) -> None:
    head, *rows = made_series.months(2, first=96)
    write(folder / "thousands.csv", [head, *([month, 1_000_000] for month, _ in rows)])

    code, facts, said = told(capsys, "predict", saved, "thousands.csv", "--out", "thousands_ahead.csv")

    assert (code, facts["cautions"]) == (5, 6)
    assert said[0].startswith("2 values of this file are far outside of all learned from")


def test_newer_texts_are_no_values(folder: Path, saved: str, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "words.csv", [["month", "sales"], ["2023-01-01", "many"], ["2023-02-01", "few"]])

    code, facts, _ = told(capsys, "predict", saved, "words.csv", "--out", "none.csv")

    assert (code, facts["error"]["code"]) == (4, "forecast.new_no_numbers")
    assert facts["error"]["message"].endswith("nothing newer is read as a number (values: 2).")


def test_a_folder_is_not_watched_for_a_forecast(
    folder: Path, saved: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["main.py"])
    (folder / "inbox").mkdir()

    code, facts, said = told(capsys, "watch", saved, "inbox", "--once")

    assert (code, facts["error"]["code"], len(said)) == (7, "model.forecast", 2)
    assert facts["error"]["hint"] == "Use it with: python main.py predict MODEL FILE --out OUT"


def test_a_file_without_the_column_is_no_next_one(
    folder: Path, saved: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "other.csv", [["month", "visits"], ["2023-01-01", 3], ["2023-02-01", 4]])

    code, facts, _ = told(capsys, "predict", saved, "other.csv", "--out", "none.csv")

    assert (code, facts["error"]["code"]) == (4, "forecast.lacks")
    assert not (folder / "none.csv").exists()


def test_the_past_is_never_replaced_by_what_comes_next(
    folder: Path, saved: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, facts, _ = told(capsys, "predict", saved, "months.csv", "--out", "months.csv", "--force")

    assert (code, facts["error"]["code"]) == (3, "save.own_past")
    assert len(read(folder / "months.csv")) == 96


def test_options_of_models_that_answer_rows_are_refused(
    saved: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, facts, _ = told(capsys, "predict", saved, "months.csv", "--explain", "--out", "x.csv")

    assert (code, facts["error"]["code"]) == (2, "forecast.only_file")


def test_a_workbook_gets_days_and_numbers(
    folder: Path, saved: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["predict", saved, "months.csv", "--out", "ahead.xlsx"]) == 0
    capsys.readouterr()

    _, facts, _ = told(capsys, "inspect", "ahead.xlsx")
    kinds = {column["name"]: column["type"] for column in facts["columns"]}
    assert (kinds["month"], kinds["prediction"], facts["rows"]) == ("date", "number", 6)


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


def test_its_card_its_proof_and_what_it_cannot_do(saved: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", saved]) == 0
    said = capsys.readouterr().out
    assert 'What comes next in "sales", 6 months ahead?' in said
    assert 'This file holds the past of "sales": who gets it can read it.' in said
    code, facts, _ = told(capsys, "verify", saved, "--rerun", "months.csv")
    assert (code, facts["stored_answers"], facts["rerun"]["same"]) == (0, 6, True)


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
