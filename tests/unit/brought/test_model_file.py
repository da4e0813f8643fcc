"""A model that was made elsewhere travels in a file like any other, and its graph is looked at each time."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop_app.errors import ModelError
from desktop_app.models.arrays import read_array, unpack_arrays, write_arrays
from desktop_app.models.opening import open_model
from desktop_app.models.package import WITHOUT_FORECAST, read_package
from desktop_app.models.settings import with_decision
from desktop_app.records.decisions import Decision
from tests.unit.brought.attacking import ATTACKS
from tests.unit.brought.graphs import churn_graph
from tests.unit.brought.made import brought, cells_of, known_rows
from tests.unit.models.sealing import edited, members_of, resealed

CHANGES = 60


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("brought")
    return Path(brought(folder, tested=known_rows(folder / "known.csv")).model).read_bytes()


def put(folder: Path, data: bytes) -> Path:
    (folder / "m.hunch").write_bytes(data)
    return folder / "m.hunch"


def with_graph(data: bytes, content: bytes) -> bytes:
    """Return the file with another graph in it, every seal set again."""
    members = members_of(data)
    arrays = {name: read_array(one) for name, one in unpack_arrays(memoryview(members["arrays.npz"])).items()}
    arrays["graph"] = np.frombuffer(content, dtype=np.uint8)
    return resealed(members | {"arrays.npz": write_arrays(arrays)})


def test_it_opens_and_answers_as_its_graph_does(data: bytes, tmp_path: Path) -> None:
    opened = open_model(put(tmp_path, data))

    found = opened.predictor.answer_cells(cells_of(opened.predictor.model, age=[40.0], plan=["gold"]))  # type: ignore[arg-type]  # it is one
    assert found.probabilities is not None
    assert found.probabilities[0, 1] == pytest.approx(1 / (1 + np.exp(-1.0)), rel=1e-6)
    assert opened.card.golden_rows > 10


def test_the_graph_in_it_is_the_one_that_came(data: bytes, tmp_path: Path) -> None:
    features, arrays = (
        read_package(put(tmp_path, data)).json("features.json"),
        unpack_arrays(memoryview(members_of(data)["arrays.npz"])),
    )

    assert features["form"] == "onnx"
    assert read_array(arrays["graph"]).tobytes() == churn_graph().SerializeToString()


def test_older_programs_say_that_it_is_newer(data: bytes, tmp_path: Path) -> None:
    assert read_package(put(tmp_path, data)).manifest.format == WITHOUT_FORECAST == 4


def test_a_decision_leaves_the_format_as_it_is(data: bytes, tmp_path: Path) -> None:
    path = put(tmp_path, data)

    path.write_bytes(with_decision(path, Decision(value="yes", chance=0.3)))

    assert read_package(path).manifest.format == WITHOUT_FORECAST
    assert open_model(path).card.decision is not None


def test_the_same_files_make_the_same_model(data: bytes, tmp_path: Path) -> None:
    again = brought(tmp_path, tested=known_rows(tmp_path / "known.csv"))

    first, second = read_package(put(tmp_path, data)), read_package(Path(again.model))
    assert first.manifest.content == second.manifest.content


@pytest.mark.parametrize("name", ATTACKS)
def test_a_graph_that_was_put_in_is_refused_for_what_it_is(name: str, data: bytes, tmp_path: Path) -> None:
    code, made = ATTACKS[name]
    graph = made()
    content = graph if isinstance(graph, bytes) else graph.SerializeToString()

    with pytest.raises(ModelError) as refused:
        open_model(put(tmp_path, with_graph(data, content)))

    assert refused.value.code == code


def other_values(facts: dict[str, Any]) -> None:
    facts["schema"]["columns"][1]["values"] = ["basic", "gold", "silver"]


CHANGED: dict[str, tuple[str, Callable[[Any], None]]] = {
    "another form": ("features.json", lambda facts: facts.update(form="pickle")),
    "another version": ("features.json", lambda facts: facts.update(version=2)),
    "a column that is not there": ("features.json", lambda facts: facts["schema"]["columns"].pop()),
    "a value more": ("features.json", other_values),
    "a column of another kind": (
        "features.json",
        lambda facts: facts["schema"]["columns"][0].update(type="text"),
    ),
    "another question": ("features.json", lambda facts: facts["schema"].update(target="right")),
    "another class": ("features.json", lambda facts: facts["schema"].update(classes=["no", "maybe"])),
    "amounts of classes": ("features.json", lambda facts: facts["schema"]["output"].update(form="amount")),
    "logits that are chances": (
        "features.json",
        lambda facts: facts["schema"]["output"].update(form="logits"),
    ),
    "a result that is not there": (
        "features.json",
        lambda facts: facts["schema"]["output"].update(name="evil"),
    ),
    "made here": ("evaluation.json", lambda facts: facts.update(tested="held_out")),
    "a column of another type": (
        "schema.json",
        lambda facts: facts["features"][0].update(type="category", levels=["1"]),
    ),
}


@pytest.mark.parametrize("name", CHANGED)
def test_what_does_not_belong_together_is_refused(name: str, data: bytes, tmp_path: Path) -> None:
    member, change = CHANGED[name]

    with pytest.raises(ModelError):
        open_model(put(tmp_path, edited(data, member, change)))


def test_a_graph_that_answers_otherwise_is_refused(data: bytes, tmp_path: Path) -> None:
    graph = churn_graph()
    graph.graph.initializer[1].raw_data = np.array([0.0, -2.5], dtype=np.float32).tobytes()

    with pytest.raises(ModelError) as refused:
        open_model(put(tmp_path, with_graph(data, graph.SerializeToString())))

    assert refused.value.code == "model.older_refused"


def test_bytes_of_the_graph_that_are_changed_at_random_do_no_harm(
    data: bytes, tmp_path: Path, scale: float
) -> None:
    whole, dice = churn_graph().SerializeToString(), random.Random(4)  # noqa: S311 - not a secret

    for _ in range(round(CHANGES * scale)):
        content = bytearray(whole)
        content[dice.randrange(len(content))] = dice.randrange(256)
        try:
            open_model(put(tmp_path, with_graph(data, bytes(content))))
        except ModelError:
            continue
