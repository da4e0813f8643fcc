"""The fields of the form: what each column gets, and in which order."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.records.models import Feature, Schema
from desktop_app.web.trying import known
from desktop_app.web.trying.cells import read_cell
from desktop_app.web.trying.fields import Shape, field_of, shape_of
from desktop_app.web.trying.known import Known, known_columns
from tests.api.trying.made import COLUMNS, TABLE, TRIED

LEVELS = tuple(f"kind {place}" for place in range(13))


def the(name: str, columns: tuple[Known, ...]) -> Known:
    return next(one for one in columns if one.name == name)


def test_the_columns_that_matter_most_come_first() -> None:
    found = known_columns(TRIED, "-", TABLE)

    assert [one.name for one in found] == ["months", "price", "note", "region", "member", "since"]
    assert [one.key for one in found][:3] == ["c1", "c2", "c0"]


def test_the_model_says_what_it_has_seen_and_the_table_what_is_frequent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen = (
        Feature(name="months", type="number", minimum=3, low=4, median=9, high=40, maximum=50, unit="mo"),
        Feature(name="region", type="category", levels=("East", "North", "West")),
        Feature(name="price", type="category", levels=("1", "2"), missing_share=0.5),
    )
    monkeypatch.setattr(known, "_read_features", lambda _model: {one.name: one for one in seen})

    found = known_columns(TRIED, "-", TABLE)

    assert (the("months", found).minimum, the("months", found).unit, the("months", found).whole) == (
        3,
        "mo",
        True,
    )
    assert the("region", found).levels == ("West", "East", "North")
    assert the("price", found).kind == "kind", "the table was read otherwise since"
    assert the("note", found).example == "calls often"


def test_without_the_table_the_model_says_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = Feature(name="months", type="number", minimum=3, low=4, median=9.25, high=40, maximum=50)
    monkeypatch.setattr(known, "_read_features", lambda _model: {"months": seen})

    months, note = (the(name, known_columns(TRIED, "-", None)) for name in ("months", "note"))

    assert field_of(months, "9.25").usual == "Usual: 4 to 40"
    assert note.kind == "unknown"


def test_the_part_of_a_model_file_that_tells_of_columns_is_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_app.models import package

    schema = Schema(
        target="left",
        task="classification",
        classes=("no", "yes"),
        features=(Feature(name="note", type="text"),),
    )
    asked = []

    class Whole:
        def record(self, kind: type[Schema], member: str) -> Schema:
            asked.append((kind, member))
            return schema

    monkeypatch.setattr(package, "read_package", lambda _path: Whole())
    model = tmp_path / "model.hunch"
    model.write_bytes(b"PK")

    for _ in range(2):
        assert the("note", known_columns(TRIED, str(model), None)).kind == "text"

    assert asked == [(Schema, "schema.json")]


def test_a_model_file_that_would_keep_the_page_waiting_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = tmp_path / "large.hunch"
    model.write_bytes(b"PK" * 100)
    monkeypatch.setattr(known, "LARGEST_MODEL", 100)

    assert {one.kind for one in known_columns(TRIED, str(model), None)} == {"unknown"}


@pytest.mark.parametrize(
    ("column", "shape"),
    [
        (Known(key="c", name="n", kind="number"), "number"),
        (Known(key="c", name="n", kind="kind", levels=("a", "b"), has_all_levels=True), "buttons"),
        (Known(key="c", name="n", kind="kind", levels=LEVELS[:12], has_all_levels=True), "choices"),
        (Known(key="c", name="n", kind="kind", levels=LEVELS, has_all_levels=True), "list"),
        (Known(key="c", name="n", kind="kind", levels=("a", "b")), "list"),
        (Known(key="c", name="n", kind="date", minimum=0.0, maximum=86_400.0), "day"),
        (Known(key="c", name="n", kind="date", minimum=60.0, maximum=86_400.0), "moment"),
        (Known(key="c", name="n", kind="text"), "text"),
    ],
)
def test_a_column_gets_the_field_that_fits_it(column: Known, shape: Shape) -> None:
    assert shape_of(column) == shape


def test_an_empty_cell_can_be_chosen_where_there_were_some() -> None:
    column = Known(key="c", name="n", kind="kind", levels=("a", "b"), has_all_levels=True, has_empty=True)

    assert [option.label for option in field_of(column, "a").options] == ["a", "b", "empty"]
    assert [option.label for option in field_of(replace(column, has_empty=False), "b").options] == ["a", "b"]
    assert [one.is_chosen for one in field_of(replace(column, has_empty=False), "").options] == [
        False,
        False,
        True,
    ]


def test_a_value_that_is_no_level_can_be_seen_and_kept() -> None:
    column = Known(key="c", name="n", kind="kind", levels=("a", "b"), has_all_levels=True, has_empty=False)

    options = field_of(column, "from a changed row").options

    assert [(one.value, one.is_chosen) for one in options] == [
        ("a", False),
        ("b", False),
        ("from a changed row", True),
    ]


def test_a_slider_spans_what_is_usual_and_steps_as_finely_as_can_be_seen() -> None:
    months, price = (field_of(one, "4") for one in known_columns(TRIED, "-", TABLE)[:2])

    assert months.slider
    assert (months.slider.start, months.slider.end, months.slider.step) == ("1", "72", "1")
    assert price.slider
    assert (price.slider.start, price.slider.end, price.slider.step) == ("0.5", "75.0", "0.1"), (
        "900 is far away"
    )
    assert price.slider.at == "4"


@pytest.mark.parametrize(("minimum", "maximum"), [(5.0, 5.0), (None, None), (float("-inf"), float("inf"))])
def test_a_number_that_cannot_slide_has_no_slider(minimum: float | None, maximum: float | None) -> None:
    column = Known(
        key="c", name="n", kind="number", minimum=minimum, low=minimum, high=maximum, maximum=maximum
    )

    assert field_of(column, "5").slider is None


@pytest.mark.parametrize(
    ("low", "high", "usual"),
    [
        (2.0, 60.0, "Usual: 2 to 60"),
        (1990.0, 250_000.0, "Usual: 1990 to 250000"),
        (12_000.0, 98_000.0, "Usual: 12000 to 98000"),
        (1_250.5, 12_345.678, "Usual: 1250.5 to 12346"),
        (0.125, 123.456, "Usual: 0.125 to 123"),
    ],
)
def test_what_is_usual_is_that_number_when_it_is_typed(low: float, high: float, usual: str) -> None:
    column = Known(key="c", name="n", kind="number", minimum=low, low=low, high=high, maximum=1e6)

    for known_as in (column, replace(column, whole=low.is_integer())):
        assert field_of(known_as, "").usual == usual
        typed = usual.removeprefix("Usual: ").split(" to ")
        assert [read_cell(known_as, text).cell for text in typed] == pytest.approx([low, high], rel=0.005)


def test_days_are_usual_between_days() -> None:
    since = the("since", known_columns(TRIED, "-", TABLE))

    assert field_of(since, "2021-05-04").usual == "Usual: 1970-01-11 to 2024-03-18"
    assert COLUMNS[4].name == since.name


def test_a_time_of_a_row_is_not_lost() -> None:
    since = the("since", known_columns(TRIED, "-", TABLE))

    assert field_of(since, "2021-05-04T13:00:00").shape == "moment"
    assert field_of(since, "2021-05-04").shape == "day"
