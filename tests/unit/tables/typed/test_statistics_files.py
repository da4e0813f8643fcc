"""Files of SPSS, Stata and SAS: codes become words, and marked ones empty."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import pyreadstat
import pytest

from desktop_app.records.tables import Wishes
from desktop_app.tables.raw import Source
from desktop_app.tables.typed.statistics_files import read_statistics
from desktop_app.tables.typed.statistics_moments import is_of_days, moment, unit_of
from desktop_app.tables.typed.statistics_parts import Program
from tests.unit.tables.typed.raw_cells import cells, refused, said

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

    assert found.fetchall() == [(text,)]  # to the end, so that the database is free for the next test


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
