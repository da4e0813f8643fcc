"""A model that another version made is used only when it still gives its stored answers."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop_app.errors import ModelError
from desktop_app.models.opening import open_model
from tests.unit.models.crafting import Crafted, scalar
from tests.unit.models.made import save
from tests.unit.models.sealing import crafted, edited

OLDER = {"hunch": "0.0.9", "scikit-learn": "1.7.2"}


@pytest.fixture(scope="module")
def older(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A model file that says it was made with an older scikit-learn, in every place."""
    path = tmp_path_factory.mktemp("model") / "model.hunch"
    save(path)
    return crafted(path.read_bytes(), _stamped, versions=OLDER)


def _stamped(payload: Crafted) -> None:
    for kind in ("ExtraTreesClassifier", "ExtraTreeClassifier"):
        for node in payload.nodes(kind):
            node["content"]["content"]["_sklearn_version"] = scalar("1.7.2")


def test_an_older_model_with_the_same_answers_is_used_and_that_is_said(older: bytes, tmp_path: Path) -> None:
    (tmp_path / "model.hunch").write_bytes(older)

    opened = open_model(tmp_path / "model.hunch")

    assert [notice.code for notice in opened.notices] == ["model.older_verified"]


def test_a_model_of_this_version_needs_no_word(tmp_path: Path) -> None:
    save(tmp_path / "model.hunch")

    assert open_model(tmp_path / "model.hunch").notices == ()


def test_an_older_model_with_other_answers_is_refused_with_its_version(older: bytes, tmp_path: Path) -> None:
    def change(golden: Any) -> None:
        golden["answers"][0].reverse()

    (tmp_path / "model.hunch").write_bytes(edited(older, "golden.json", change, versions=OLDER))

    with pytest.raises(ModelError) as caught:
        open_model(tmp_path / "model.hunch")

    assert caught.value.code == "model.older_refused"
    assert caught.value.values["version"] == "0.0.9"


def test_an_older_structure_is_a_matter_of_the_version_not_of_harm(older: bytes, tmp_path: Path) -> None:
    def change(payload: Crafted) -> None:
        node = payload.attribute("Tree", "nodes")
        kept = ["left_child", "right_child", "feature", "threshold"]  # as if other fields came later
        payload.put_array(node, payload.array(node)[kept])

    (tmp_path / "model.hunch").write_bytes(crafted(older, change, versions=OLDER))

    with pytest.raises(ModelError) as caught:
        open_model(tmp_path / "model.hunch")

    assert caught.value.code == "model.older_refused"


def test_a_card_is_read_without_any_heavy_library() -> None:
    script = (
        "import sys, desktop_app.models.card;"
        "heavy = {'numpy', 'pandas', 'scipy', 'sklearn', 'skops', 'duckdb'} & set(sys.modules);"
        "sys.exit(len(heavy))"
    )

    subprocess.run([sys.executable, "-c", script], check=True)
