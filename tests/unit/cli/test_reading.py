"""What a person can say about how a file is to be read."""

import json
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli.main import main
from desktop_app.cli.reading import How, how_from
from desktop_app.errors import UsageError
from desktop_app.records.jsonable import to_json
from desktop_app.records.tables import Recipe, Wishes

RECIPE = Recipe(format="csv", delimiter=";", types={"day": "date"}, readings={"day": "date-dmy"})


def test_every_option_becomes_a_wish() -> None:
    how = how_from(
        sheet="Tabelle1",
        range_="$b$3:f40",
        encoding="Windows-1252",
        assume=["day=date-dmy", "a=b=text", " price =number-comma", "n=number missing:999"],
    )

    assert how.wishes == Wishes(
        sheet="Tabelle1",
        range="B3:F40",
        encoding="cp1252",
        readings={"day": "date-dmy", "a=b": "text", "price": "number-comma", "n": "number missing:999"},
    )


def test_nothing_said_is_nothing_wished() -> None:
    assert how_from() == How()


@pytest.mark.parametrize(
    ("options", "code", "hint"),
    [
        ({"assume": ["day"]}, "cli.assume", "Such as --assume day=date-dmy. Readings: number, number-point"),
        ({"assume": ["=date"]}, "cli.assume", "Such as --assume day=date-dmy."),
        ({"assume": ["day=dat-dmy"]}, "cli.unknown_reading", 'Did you mean "date-dmy"? Readings: number, '),
        ({"assume": ["day=DATE"]}, "cli.unknown_reading", 'Did you mean "date"?'),
        ({"assume": ["day=xyzzy"]}, "cli.unknown_reading", "Readings: number, number-point, number-comma"),
        ({"encoding": "utf_9"}, "cli.unknown_encoding", 'Did you mean "utf-8"? Some of them: utf-8, utf-16'),
        ({"encoding": "hex"}, "cli.unknown_encoding", "Some of them: utf-8, utf-16"),
        ({"encoding": "a\0b"}, "cli.unknown_encoding", "Some of them: utf-8, utf-16"),
        ({"range_": "B3-F40"}, "cli.range", "Name the first and the last cell, such as B3:F40."),
        ({"range_": "B0:F40"}, "cli.range", "Name the first and the last cell, such as B3:F40."),
    ],
)
def test_what_means_nothing_is_said_with_what_would(options: dict[str, Any], code: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        how_from(**options)

    assert caught.value.code == code
    assert hint in caught.value.hint


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("whole", [True, False])
def test_a_recipe_is_what_inspect_printed_or_its_part(tmp_path: Path, encoding: str, *, whole: bool) -> None:
    told = {"rows": 1, "recipe": to_json(RECIPE)} if whole else to_json(RECIPE)
    (tmp_path / "r.json").write_text(json.dumps(told), encoding=encoding)  # PowerShell writes UTF-16

    assert how_from(recipe=str(tmp_path / "r.json")) == How(recipe=RECIPE)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "day;price\n1;2\n",
        "[]",
        "{}",
        '{"recipe": null}',
        '{"recipe": {"format": "docx"}}',
        '{"format": "csv", "types": {"a": "colour"}}',
        '{"format": "csv", "readings": {"a": "colour"}}',
        '{"format": "csv", "wishes": {"readings": {"a": "colour"}}}',
        "[" * 100_000,
    ],
)
def test_what_is_no_recipe_is_wrong_use(tmp_path: Path, text: str) -> None:
    (tmp_path / "r.json").write_text(text)

    with pytest.raises(UsageError) as caught:
        how_from(recipe=str(tmp_path / "r.json"))

    assert caught.value.code == "cli.no_recipe"
    assert "inspect FILE --json > recipe.json" in caught.value.hint


@pytest.mark.parametrize("command", ["inspect", "convert", "train"])
def test_wrong_use_is_said_before_the_file_is_opened(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = ["--out", "x.csv"] if command == "convert" else []

    code = main([command, "nowhere.csv", "--assume", "day=dat", "n=number", *out, "--json"])

    assert code == 2
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "cli.unknown_reading"
