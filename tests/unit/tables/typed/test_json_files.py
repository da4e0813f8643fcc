"""JSON becomes rows, wherever in it the records stand."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.records.tables import Wishes
from desktop_app.tables.raw import Raw, Source
from desktop_app.tables.typed.json_files import read_json
from tests.unit.tables.typed.raw_cells import Read, cells, refused, said


@pytest.fixture
def of_json(tmp_path: Path, source: Callable[..., Source]) -> Read:
    def read(content: object, wishes: Wishes | None = None) -> Raw:
        path = tmp_path / "records.json"
        text = content if isinstance(content, str | bytes) else json.dumps(content)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_json(source(path, wishes))

    return read


def test_a_record_becomes_a_row_and_an_object_in_it_columns(of_json: Read) -> None:
    raw = of_json(
        '[{"a": 1, "b": {"c": "x", "d": {"e": 2}}, "f": [1, 2.50]}, {"a": 2, "g": true, "b": null}]'
    )

    assert raw.headings == ("a", "b.c", "b.d", "f", "g", "b")
    assert cells(raw) == [
        ("1", "x", '{"e": 2}', "[1, 2.50]", None, None),
        ("2", None, None, None, "true", None),
    ]
    assert raw.given == ("number", "", "words", "words", "yes/no", "")
    assert said(raw)["import.nested"].values["columns"] == ["b.d", "f"]


@pytest.mark.parametrize(
    ("content", "headings", "rows"),
    [
        ('{"a": 1}\n{"a": 2}\n', ["a"], [("1",), ("2",)]),
        ('{"a": 1}{"a": 2}', ["a"], [("1",), ("2",)]),
        ('[{"a": 1}]\n[{"a": 2}]', ["a"], [("1",), ("2",)]),
        ('{"a": [1, 2], "b": ["x", null]}', ["a", "b"], [("1", "x"), ("2", None)]),
        ('{"a": {"0": 1, "1": 2}, "b": {"0": 3, "1": 4}}', ["a", "b"], [("1", "3"), ("2", "4")]),
        (
            '{"r": {"a": 1, "b": 2}, "s": {"a": 3, "b": 4}}',
            ["key", "a", "b"],
            [("r", "1", "2"), ("s", "3", "4")],
        ),
        ('[["a", "b"], [1, 2], [3, 4]]', ["a", "b"], [("1", "2"), ("3", "4")]),
        ("[[1, 2], [3, 4]]", ["", ""], [("1", "2"), ("3", "4")]),
        ('{"columns": ["a"], "index": [0], "data": [[1]]}', ["a"], [("1",)]),
        ('{"id": 7, "name": "x"}', ["id", "name"], [("7", "x")]),
        ('[{"a": 1e3}, {"a": 0.10}]', ["a"], [("1e3",), ("0.10",)]),
    ],
)
def test_a_table_is_found_however_json_has_it(
    of_json: Read, content: str, headings: list[str], rows: list[tuple[str, ...]]
) -> None:
    raw = of_json(content)

    assert (list(raw.headings), cells(raw)) == (headings, rows)
    assert said(raw) == {}


def test_what_stands_beside_the_records_is_said(of_json: Read) -> None:
    within = of_json({"status": "ok", "answer": {"rows": [{"a": 1}], "total": 1}})
    longest = of_json({"few": [{"a": 1}], "many": [{"b": 1}, {"b": 2}]})

    assert said(within)["import.list_within"].values == {"key": "answer.rows"}
    assert said(within)["import.beside"].values["names"] == ["status", "total"]
    assert longest.headings == ("b",)
    assert said(longest)["import.longest_list"].values == {"key": "many", "count": 2}


def test_the_features_of_a_map_are_their_properties_and_a_point_two_numbers(of_json: Read) -> None:
    places = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [9.1, 48.7]},
            "properties": {"name": "A"},
        },
        {"type": "Feature", "geometry": {"type": "Line", "coordinates": []}, "properties": {"name": "B"}},
    ]

    raw = of_json({"type": "FeatureCollection", "features": places})

    assert raw.headings == ("name", "longitude", "latitude", "geometry")
    assert cells(raw)[0] == ("A", "9.1", "48.7", None)


def test_no_digit_of_a_number_is_lost_and_oddities_of_json_are_said(of_json: Read) -> None:
    raw = of_json(
        '[{"id": 12345678901234567890, "x": NaN, "x": Infinity}, null, 3, {"id": 1, "t": "\\ud800 \\u0000"}]'
    )

    assert cells(raw) == [("12345678901234567890", None, None), ("1", None, "? ")]
    assert raw.given[0] == ""  # too long a number: its digits name something
    assert {code: notice.values["count"] for code, notice in said(raw).items()} == {
        "find.no_records": 2,
        "find.twofold_names": 1,
        "find.endless": 1,
        "find.removed_marks": 1,
    }


def test_letters_of_json_are_found_out(of_json: Read) -> None:
    text = '[{"größe": "Zürich"}, {"größe": "Köln"}]'

    for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "cp1252"):
        raw = of_json(text.encode(encoding))

        assert raw.headings == ("größe",)
        assert cells(raw) == [("Zürich",), ("Köln",)]


def test_a_long_list_is_read_piece_by_piece(of_json: Read) -> None:
    records = [{"n": row, "text": "x" * (2 * row)} for row in range(1_000)]

    raw = of_json(records)

    assert raw.rows == 1_000
    assert cells(raw)[999] == ("999", "x" * 1_998)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("[]", "refuse.empty"),
        ("[{}, {}]", "refuse.empty"),
        ('[["a", "b"]]', "refuse.header_only"),
        ("[1, 2, 3]", "refuse.not_table"),
        ('{"a": {"b": {"c": [1]}}}', "refuse.not_table"),
        ('[{"a": 1}, {"a": 2}', "refuse.damaged"),
        ('{"a": 1}\n{"a": 2}trailer\n', "refuse.damaged"),
        ('[{"a": 1},\n{"a": tru}]', "refuse.damaged"),
        ("[" * 100_000, "refuse.damaged"),
        ('[{"a": ' + "[" * 900 + "]" * 900 + "}]", "refuse.damaged"),
    ],
)
def test_json_without_a_table_is_refused(of_json: Read, content: str, code: str) -> None:
    assert refused(lambda: of_json(content)).code == code


def test_records_without_a_name_in_common_are_no_table(
    of_json: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.tables.typed.json_files._SPARSE", 2_000)

    assert refused(lambda: of_json([{f"k{n}": 1} for n in range(100)])).code == "refuse.not_table"


def test_damaged_json_is_refused_with_the_line(of_json: Read) -> None:
    error = refused(lambda: of_json('{"a": 1}\n' * 20_000 + '{"a": ]}\n'))

    assert "line 20001" in error.message
