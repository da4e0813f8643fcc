import datetime
import gzip
import hashlib
import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import pyreadstat
import pytest

from desktop_app.errors import FileError
from desktop_app.paths import bundled
from desktop_app.records.notices import Notice
from desktop_app.records.tables import ENDINGS, Wishes
from desktop_app.tables.kinds.packed import unpack
from desktop_app.tables.raw import Raw, Source
from desktop_app.tables.typed.json_files import read_json
from desktop_app.tables.typed.parquet_files import read_parquet
from desktop_app.tables.typed.statistics_files import read_statistics
from desktop_app.tables.typed.statistics_moments import is_of_days, moment, unit_of
from desktop_app.tables.typed.statistics_parts import Program
from tests.unit.tables.opening import Opener

Read = Callable[..., Raw]


@pytest.fixture
def source(tmp_path: Path) -> Callable[[Path], Source]:
    def make(path: Path, wishes: Wishes | None = None) -> Source:
        scratch = tmp_path / "scratch"
        scratch.mkdir(exist_ok=True)
        return Source(path=path, name=path.name, scratch=scratch, wishes=wishes or Wishes())

    return make


@pytest.fixture
def of_json(tmp_path: Path, source: Callable[..., Source]) -> Read:
    def read(content: object, wishes: Wishes | None = None) -> Raw:
        path = tmp_path / "records.json"
        text = content if isinstance(content, str | bytes) else json.dumps(content)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_json(source(path, wishes))

    return read


@pytest.fixture
def of_parquet(tmp_path: Path, source: Callable[..., Source]) -> Read:
    def read(query: str) -> Raw:
        path = tmp_path / "a=1" / "table[1].parquet"  # a pattern to DuckDB, and a column
        path.parent.mkdir(exist_ok=True)
        with duckdb.connect() as duck:
            duck.execute(f"COPY ({query}) TO '{path}' (FORMAT parquet)")
        return read_parquet(source(path))

    return read


def cells(raw: Raw) -> list[tuple[Any, ...]]:
    return duckdb.execute("SELECT * FROM read_parquet(?)", [str(raw.path)]).fetchall()


def said(raw: Raw) -> dict[str, Notice]:
    return {notice.code: notice for notice in raw.notices}


def refused(read: Callable[[], object]) -> FileError:
    with pytest.raises(FileError) as refusal:
        read()
    return refusal.value


def test_numbers_and_moments_of_parquet_are_written_as_a_person_would(of_parquet: Read) -> None:
    written = {
        "1.0::DOUBLE": "1",
        "0.1::FLOAT": "0.1",
        "(-0.0)::DOUBLE": "0",
        "1.10::DECIMAL(9,2)": "1.10",
        "9007199254740993::BIGINT": "9007199254740993",
        "7::BIGINT": "7",
        "true": "true",
        "''": None,
        "DATE '2024-02-01'": "2024-02-01",
        "TIMESTAMP '2024-02-01 00:00'": "2024-02-01",
        "TIMESTAMP '2024-02-01 09:30'": "2024-02-01 09:30:00",
        "TIMESTAMPTZ '2024-02-01 09:30+02'": "2024-02-01 07:30:00",
        "TIME '09:30'": "09:30:00",
    }

    raw = of_parquet(f"SELECT {', '.join(f'{value} AS c{place}' for place, value in enumerate(written))}")

    assert cells(raw) == [tuple(written.values())]
    assert raw.given == (
        *("number", "number", "number", "number", "", "number", "yes/no", ""),
        *("date", "date", "date", "date", ""),
    )
    assert list(said(raw)) == ["import.time_zone"]


def test_what_is_no_single_value_in_parquet_is_said(of_parquet: Read) -> None:
    raw = of_parquet("""SELECT [1, 2] AS list, {'a': 1} AS record, MAP {'k': 'v'} AS "map",
        'text'::BLOB AS spelled, '\\xFF\\x00'::BLOB AS picture, 'nan'::DOUBLE AS n""")

    assert raw.headings == ("list", "record", "map", "spelled", "n")
    assert cells(raw) == [("[1,2]", '{"a":1}', '{"k":"v"}', "text", None)]
    assert said(raw)["import.nested"].values["columns"] == ["list", "record", "map"]
    assert said(raw)["import.bytes_left_out"].values["columns"] == ["picture"]
    assert said(raw)["import.bytes_as_text"].values["columns"] == ["spelled"]
    assert said(raw)["find.not_finite"].values == {"count": 1, "column": "n"}


def test_names_of_parquet_that_differ_in_capitals_alone_stay_as_they_are(
    tmp_path: Path, source: Callable[..., Source]
) -> None:
    path = tmp_path / "capitals.parquet"
    with duckdb.connect() as duck:
        duck.execute(
            f"COPY (SELECT 1 AS aa, 2 AS bb, [{{'x': 1}}] AS n, 3 AS cc) TO '{path}' (FORMAT parquet)"
        )
    path.write_bytes(path.read_bytes().replace(b"bb", b"AA"))

    raw = read_parquet(source(path))

    assert raw.headings == ("aa", "AA", "n", "cc")
    assert cells(raw) == [("1", "2", '[{"x":1}]', "3")]


def test_parquet_without_rows_or_with_bytes_alone_is_refused(of_parquet: Read) -> None:
    assert refused(lambda: of_parquet("SELECT 1 AS a WHERE false")).code == "refuse.header_only"
    assert refused(lambda: of_parquet("SELECT '\\x00'::BLOB AS a")).code == "refuse.not_table"


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


SURVEY = pd.DataFrame(
    {
        "age": [31.0, 99.0, 45.5, 20.0],
        "happy": [1.0, 2.0, 2.0, 9.0],
        "same": [1.0, 2.0, 3.0, 1.0],
        "land": ["DE", "FR", "", "DE"],
        "score": [1.0, 7.0, 3.0, 8.0],
        "day": [datetime.date(2024, 2, 1), None, datetime.date(1999, 12, 31), datetime.date(2024, 2, 29)],
        "note": ["a", "b", "", "d"],
    }
)
LABELS: dict[str, dict[Any, str]] = {
    "age": {99: "No answer"},
    "happy": {1: "yes", 2: "no", 9: "refused"},
    "same": {1: "other", 2: "other", 3: "third"},
    "land": {"DE": "Germany", "FR": "France"},
    "score": {1: "worst", 7: "best"},
}


def test_codes_of_spss_become_their_words_and_marked_ones_empty(
    tmp_path: Path, source: Callable[..., Source]
) -> None:
    path = tmp_path / "survey.sav"
    pyreadstat.write_sav(
        SURVEY,
        str(path),
        variable_value_labels=LABELS,
        missing_ranges={"age": [99], "happy": [{"lo": 8, "hi": 9}], "note": ["d"]},
        column_labels={"happy": "Are you happy?", "note": "NOTE"},
    )

    raw = read_statistics(source(path), "sav")

    assert cells(raw) == [
        ("31", "yes", "other (1)", "Germany", "1", "2024-02-01", "a"),
        (None, "no", "other (2)", "France", "7", None, "b"),
        ("45.5", "no", "third", None, "3", "1999-12-31", None),
        ("20", None, "other (1)", "Germany", "8", "2024-02-29", None),
    ]
    assert raw.given == ("number", "words", "words", "words", "number", "date", "")
    assert said(raw)["import.variable_labels"].values == {"count": 1, "texts": ["happy: Are you happy?"]}
    assert [notice.values for notice in raw.notices if notice.code == "import.missing_codes"] == [
        {"column": "age", "count": 1, "codes": ["99 = No answer"]},
        {"column": "happy", "count": 1, "codes": ["9 = refused"]},
        {"column": "note", "count": 1, "codes": ["d"]},
    ]
    assert said(raw)["import.some_labels"].values == {"column": "score", "labels": ["1 = worst", "7 = best"]}


def test_a_column_shows_the_words_of_its_codes_where_words_are_wished_and_numbers_where_numbers_are(
    tmp_path: Path, source: Callable[..., Source]
) -> None:
    path = tmp_path / "next.sav"
    frame = pd.DataFrame({"all": [1.0, 2.0, 1.0], "some": [1.0, 7.0, 9.0]})
    labels: dict[str, dict[Any, str]] = {"all": {1: "yes", 2: "no"}, "some": {1: "yes", 9: "unknown"}}
    pyreadstat.write_sav(frame, str(path), variable_value_labels=labels, missing_ranges={"some": [9]})

    raw = read_statistics(source(path, Wishes(readings={"all": "number", "some": "category"})), "sav")

    assert cells(raw) == [("1", "yes"), ("2", "7"), ("1", None)]
    assert raw.given == ("number", "words")


def test_every_kind_of_missing_of_stata_is_empty_and_said(
    tmp_path: Path, source: Callable[..., Source]
) -> None:
    path = tmp_path / "missing.dta"
    frame = pd.DataFrame({"x": [1, 2, "a", "z"], "y": [0.1, 2.0, 3.0, np.nan]})
    labels: dict[str, dict[Any, str]] = {"x": {"a": "ill"}}
    pyreadstat.write_dta(
        frame, str(path), missing_user_values={"x": ["a", "z"]}, variable_value_labels=labels
    )

    raw = read_statistics(source(path), "dta")

    assert cells(raw) == [("1", "0.1"), ("2", "2"), (None, "3"), (None, None)]
    assert said(raw)["import.missing_codes"].values == {
        "column": "x",
        "count": 2,
        "codes": [".a = ill", ".z"],
    }


@pytest.mark.parametrize("letters", ["utf-8", "cp1252"])
def test_letters_of_an_older_stata_file_are_found_out_and_said_where_they_are_guessed(
    tmp_path: Path, source: Callable[..., Source], letters: str
) -> None:
    path = tmp_path / "older.dta"
    pyreadstat.write_dta(pd.DataFrame({"town": ["Muenchen", "Ulm"]}), str(path), version=10)
    path.write_bytes(path.read_bytes().replace(b"Muenchen", "Münchn".encode(letters).ljust(8, b"\0")))

    raw = read_statistics(source(path), "dta")

    assert cells(raw) == [("Münchn",), ("Ulm",)]
    guessed = {"encoding": "Windows-1252", "alphabet": "Western European", "words": ["Münchn"]}
    assert [notice.values for notice in raw.notices] == ([] if letters == "utf-8" else [guessed])


@pytest.mark.parametrize(("kind", "write"), [("por", pyreadstat.write_por), ("xpt", pyreadstat.write_xport)])
def test_files_that_do_not_say_how_many_rows_they_have_are_read_to_the_end(
    tmp_path: Path, source: Callable[..., Source], monkeypatch: pytest.MonkeyPatch, kind: Program, write: Any
) -> None:
    monkeypatch.setattr("desktop_app.tables.typed.statistics_parts._LEAST_ROWS", 100)
    monkeypatch.setattr("desktop_app.tables.typed.statistics_parts._CELLS", 1)
    path = tmp_path / f"long.{kind}"
    write(pd.DataFrame({"N": [float(row) for row in range(250)]}), str(path))

    raw = read_statistics(source(path), kind)

    assert raw.rows == 250
    assert cells(raw)[249] == ("249",)


@pytest.mark.parametrize(
    ("format_", "program", "value", "text"),
    [
        ("ADATE10", "sav", 13630723200.0, "2014-09-22"),
        ("DATETIME20", "sav", 13630867160.5, "2014-09-23 15:59:20.5"),
        ("DATETIME20", "sav", 6306150067200.0, None),
        ("TIME8", "por", 90061.0, "25:01:01"),
        ("DATE9", "sas7bdat", -1.0, "1959-12-31"),
        ("DTDATE9", "xpt", 86400.0, "1960-01-02"),
        ("E8601DA10", "sas7bdat", 1e18, None),
        ("%tc", "dta", 1500.0, "1960-01-01 00:00:01.5"),
        ("%tcHH:MM", "dta", 3_600_000.0, "01:00:00"),
        ("%tdD_m_Y", "dta", 20_000.0, "2014-10-04"),
        ("%tm", "dta", 700.0, "2018-05-01"),
        ("%tq", "dta", -1.0, "1959-10-01"),
        ("%tw", "dta", 52.0, "1961-01-01"),
    ],
)
def test_counted_days_and_times_are_written_year_first(
    format_: str, program: Program, value: float, text: str | None
) -> None:
    unit = unit_of(format_, program)
    query = moment("x", unit, program, is_day=is_of_days(format_, program))

    found = duckdb.execute(f"SELECT {query} FROM (SELECT ?::DOUBLE AS x)", [value])  # noqa: S608 - our SQL

    assert found.fetchone() == (text,)


@pytest.mark.parametrize("format_", ["F8.2", "DOLLAR8", "BEST12", "%9.0g", "", "YEAR4"])
def test_a_format_of_numbers_counts_no_days(format_: str) -> None:
    assert [unit_of(format_, program) for program in ("sav", "dta", "sas7bdat")] == ["", "", ""]


def test_a_broken_file_of_a_statistics_program_is_refused(
    tmp_path: Path, source: Callable[..., Source]
) -> None:
    path = tmp_path / "broken.sav"
    pyreadstat.write_sav(SURVEY, str(path))
    path.write_bytes(path.read_bytes()[:400])

    assert refused(lambda: read_statistics(source(path), "sav")).code == "refuse.damaged"


def test_a_packed_file_is_unpacked_and_keeps_its_own_fingerprint(open_file: Opener) -> None:
    content = gzip.compress(b"id;name\n1;Anna\n2;Ben\n", mtime=0)

    opened = open_file(content, name="names.csv.gz")

    assert opened.names == ["id", "name"]
    assert opened.table.recipe.packed
    assert (opened.table.size, opened.table.sha256) == (len(content), hashlib.sha256(content).hexdigest())


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (gzip.compress(b"a,b\n1,2\n" * 1000, mtime=0)[:-9], "refuse.damaged"),
        (gzip.compress(b"a,b\n1,2\n", mtime=0) + b"rest", "refuse.damaged"),
        (gzip.compress(b"a" * 9_000_000, mtime=0), "refuse.too_big"),
    ],
)
def test_a_packed_file_that_is_damaged_or_far_too_tight_is_refused(
    tmp_path: Path, content: bytes, code: str
) -> None:
    path = tmp_path / "a.gz"
    path.write_bytes(content)

    assert refused(lambda: unpack(path, path.name, tmp_path / "unpacked")).code == code


def test_each_typed_kind_of_file_becomes_a_table(open_file: Opener) -> None:
    frame = pd.DataFrame({"n": [1.0, 2.5, 3.0], "word": ["x", "y", "x"]})
    folder = open_file.folder
    pyreadstat.write_sav(frame, str(folder / "a.zsav"), compress=True)
    pyreadstat.write_xport(frame, str(folder / "a.xpt"))
    duckdb.execute(f"COPY (SELECT 1.5::DECIMAL(5,2) AS n, 'x' AS word) TO '{folder / 'a.parquet'}'")
    (folder / "a.json").write_text(frame.to_json(orient="records"))

    for name, format_ in (("a.zsav", "sav"), ("a.xpt", "xpt"), ("a.parquet", "parquet"), ("a.json", "json")):
        opened = open_file(folder / name)

        assert opened.table.recipe.format == format_
        assert opened.names == ["n", "word"]
        assert opened.types[0] == "number"
        assert opened.rows[0] in {("1", "x"), ("1.50", "x"), ("1.0", "x")}


def test_the_field_for_a_file_offers_every_kind_that_can_be_read() -> None:
    forms = bundled("ui", "templates", "components", "forms.html").read_text(encoding="utf-8")

    assert f'accept="{",".join(ENDINGS)}"' in forms


def test_decimals_of_a_typed_file_are_exact(of_parquet: Read) -> None:
    exact = Decimal("12345678901234.567891")

    raw = of_parquet(f"SELECT {exact}::DECIMAL(30,6) AS d")

    assert cells(raw) == [(str(exact),)]
    assert raw.given == ("",)
