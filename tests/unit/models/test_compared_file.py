"""Groups, and what is usual, are model files like the others: checked, and refused where they cannot be."""

import contextlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop_app.errors import ModelError, SaveError
from desktop_app.models.admission import Admitted
from desktop_app.models.archive import write_archive
from desktop_app.models.arrays import read_array, unpack_arrays, write_arrays
from desktop_app.models.card import read_card
from desktop_app.models.checked import check_package
from desktop_app.models.compared_file import OpenedCompared, open_compared, save_compared
from desktop_app.models.opening import open_model
from desktop_app.models.package import COMPARED, WITHOUT_EACH, read_package
from desktop_app.records.tables import Table
from tests.unit.engine.anomalies.made import people
from tests.unit.engine.clustering.made import clouds
from tests.unit.models.compared_made import save_groups, save_normal
from tests.unit.models.sealing import edited, members_of, resealed

Bytes = dict[str, bytes]
KINDS = ("groups", "odd")


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> Bytes:
    folder = tmp_path_factory.mktemp("compared")
    save_groups(folder / "groups")
    save_normal(folder / "odd")
    return {name: (folder / name).read_bytes() for name in KINDS}


def opened(data: bytes, folder: Path) -> OpenedCompared:
    path = folder / "given.hunch"
    path.write_bytes(data)
    return open_compared(Admitted(package=read_package(path)))


def refusal(data: bytes, folder: Path) -> str:
    with pytest.raises(ModelError) as refused:
        opened(data, folder)
    return refused.value.code


def answers(model: OpenedCompared) -> list[list[float]]:
    made = model.placer or model.normal
    assert made
    frame = clouds(seed=3)[0] if model.placer else people(seed=3)
    return [list(row) for row in made.numbers(frame)]


def test_what_would_be_refused_is_not_saved(originals: Bytes, tmp_path: Path) -> None:
    model = opened(originals["odd"], tmp_path)
    card, told = model.card, model.card.found.oddness
    assert told
    assert model.normal
    wrong = replace(card.found, oddness=replace(told, count=card.rows + 1))
    table = Table(name="people.csv", rows=card.rows, columns=(), recipe=card.recipe, sha256="ab" * 32)

    with pytest.raises(SaveError) as refused:
        save_compared(tmp_path / "kept.hunch", wrong, model.normal, table, card.schema)

    assert (refused.value.code, refused.value.values["file"]) == ("save.refused", "kept.hunch")
    assert [one.name for one in tmp_path.iterdir()] == ["given.hunch"]


def test_they_open_and_hold_no_row_and_no_map(originals: Bytes, tmp_path: Path) -> None:
    groups, odd = (opened(originals[name], tmp_path) for name in KINDS)

    assert groups.card.found.grouping
    assert (groups.card.found.kind, groups.card.found.grouping.map, odd.card.found.kind) == (
        *("groups", None, "odd"),
    )
    assert np.isfinite(answers(groups)).all()
    assert np.isfinite(answers(odd)).all()


@pytest.mark.parametrize("name", KINDS)
def test_no_number_of_a_row_stands_in_the_file(name: str, originals: Bytes, tmp_path: Path) -> None:
    frame = clouds()[0] if name == "groups" else people()
    model = opened(originals[name], tmp_path)
    ends = {one.minimum for one in model.card.schema.features} | {
        one.maximum for one in model.card.schema.features
    }
    text = b"".join(content for member, content in members_of(originals[name]).items() if "json" in member)

    column = frame["spent" if name == "groups" else "paid"]
    assert not [cell for cell in column if repr(cell).encode() in text and cell not in ends]


@pytest.mark.parametrize("name", KINDS)
def test_what_answers_rows_does_not_take_it(name: str, originals: Bytes, tmp_path: Path) -> None:
    path = tmp_path / "model.hunch"
    path.write_bytes(originals[name])

    for use in (read_card, open_model):
        with pytest.raises(ModelError) as refused:
            use(path)
        assert refused.value.code == "model.compared"
    check_package(read_package(path))
    assert read_package(path).manifest.format == WITHOUT_EACH == 6


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("member", ["schema.json", "features.json", "arrays.npz", COMPARED, "golden.json"])
def test_a_part_that_was_changed_is_refused(member: str, name: str, originals: Bytes, tmp_path: Path) -> None:
    members = members_of(originals[name])
    content = members[member]
    members[member] = content[:-9] + bytes([content[-9] ^ 1]) + content[-8:]

    assert refusal(write_archive(members), tmp_path) == "model.changed"


def test_one_of_a_format_that_knows_none_is_refused(originals: Bytes, tmp_path: Path) -> None:
    data = resealed(members_of(originals["odd"]), format=5)

    assert refusal(data, tmp_path) == "model.extra_parts"


def put(*path: Any, value: object) -> Callable[[Any], None]:
    def change(said: Any) -> None:
        for name in path[:-1]:
            said = said[name]
        said[path[-1]] = value

    return change


CHANGES: dict[str, tuple[str, str, Callable[[Any], object]]] = {
    "neither kind": ("odd", COMPARED, put("oddness", value=None)),
    "more beyond than there are": ("groups", COMPARED, put("reached", "beyond", value=10**6)),
    "no reach": ("groups", COMPARED, put("reached", value=None)),
    "another number of groups": ("groups", COMPARED, lambda said: said["grouping"]["clusters"].pop()),
    "a share above all": ("groups", COMPARED, put("grouping", "stability", "share", value=3.0)),
    "rows below none": ("odd", COMPARED, put("oddness", "count", value=-1)),
    "more rows than the table has": ("groups", COMPARED, put("grouping", "clusters", 0, "rows", value=2**70)),
    "no rows at all": (
        "groups",
        COMPARED,
        lambda said: [one.update(rows=0) for one in said["grouping"]["clusters"]],
    ),
    "more odd rows than the table has": ("odd", COMPARED, put("oddness", "count", value=2**70)),
    "a trait of no column": (
        *("groups", COMPARED),
        put("grouping", "clusters", 0, "traits", 0, "column", value="<b>x</b>"),
    ),
    "a name without end": ("groups", COMPARED, put("grouping", "repeats", value="x" * 10_000)),
    "a row that is told": (
        *("odd", COMPARED),
        put("oddness", "odd", value=[{"row": 1, "less_odd": 1, "reasons": []}]),
    ),
    "rows that are nearly the same": (
        *("odd", COMPARED),
        put("oddness", "nearly", value={"count": 1, "pairs": []}),
    ),
    "a seed below 0": ("odd", COMPARED, put("seed", value=-1)),
    "another column": ("groups", "schema.json", put("features", 0, "name", value="other")),
    "a column of text": ("odd", "schema.json", put("features", 0, "type", value="text")),
    "a target": ("odd", "schema.json", put("target", value="height")),
    "no answers stored": ("odd", "golden.json", put("answers", value=[])),
    "other answers": ("groups", "golden.json", put("answers", value=[[1.0, 1.0]] * 24)),
    "words for numbers": ("groups", "golden.json", put("columns", "age", value=["x"] * 24)),
    "a level twice": ("groups", "features.json", put("levels", value=[["basic", "basic"]])),
    "a column twice": ("groups", "features.json", put("layout", "numbers", value=["age", "age", "noise"])),
    "another version": ("odd", "features.json", put("version", value=9)),
    "a scale of nothing": ("odd", "features.json", put("scales", 0, "spread", value=0.0)),
    "a scale beyond all": ("odd", "features.json", put("scales", 0, "center", value=1e300)),
    "an offset below 0": ("odd", "features.json", put("scales", 0, "offset", value=-5.0)),
    "more rows than there are": ("odd", "features.json", put("counted", "empty", "height", value=10**9)),
    "no empty value": ("odd", "features.json", lambda said: said["values"][0]["rareness"].pop("")),
}


@pytest.mark.parametrize("name", CHANGES)
def test_one_that_cannot_be_is_refused_though_every_hash_is_right(
    name: str, originals: Bytes, tmp_path: Path
) -> None:
    kind, member, change = CHANGES[name]

    assert refusal(edited(originals[kind], member, change), tmp_path) in (
        *("model.unsound", "model.changed", "model.older_refused"),
    )


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("wrong", [np.nan, np.inf, 1e300, -1.0])
def test_arrays_that_cannot_be_never_do_harm(
    wrong: float, name: str, originals: Bytes, tmp_path: Path
) -> None:
    members = members_of(originals[name])
    arrays = {
        key: read_array(content).copy()
        for key, content in unpack_arrays(memoryview(members["arrays.npz"])).items()
    }
    for key, array in arrays.items():
        for other in (np.full(array.shape, wrong), array[:0], np.zeros((2, 2, 2))):
            data = resealed(members | {"arrays.npz": write_arrays(arrays | {key: other})})
            with contextlib.suppress(ModelError):  # whatever else is raised would be a fault of the program
                answers(opened(data, tmp_path))
