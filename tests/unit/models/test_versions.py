"""A model that another version made is used only when it still gives its stored answers."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import sklearn

from desktop_app.errors import ModelError
from desktop_app.models.opening import open_model
from tests.unit.models.crafting import Crafted, scalar
from tests.unit.models.made import save
from tests.unit.models.sealing import crafted, edited, members_of, resealed

OLDER = {"hunch": "0.0.9", "scikit-learn": "1.7.2"}
PATCHED = (
    f"{'.'.join(sklearn.__version__.split('.')[:2])}.99"  # of this release, but another one all the same
)


def stamped(data: bytes, release: str, **facts: Any) -> bytes:
    """Return a model file that says in every place that this scikit-learn made it."""

    def change(payload: Crafted) -> None:
        for kind in ("ExtraTreesClassifier", "ExtraTreeClassifier"):
            for node in payload.nodes(kind):
                node["content"]["content"]["_sklearn_version"] = scalar(release)

    return crafted(data, change, versions=OLDER | {"scikit-learn": release}, **facts)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("model") / "model.hunch"
    save(path)
    return path.read_bytes()


@pytest.fixture(scope="module")
def older(original: bytes) -> bytes:
    """A model file that says it was made with an older scikit-learn, in every place."""
    return stamped(original, OLDER["scikit-learn"])


@pytest.mark.parametrize("release", [OLDER["scikit-learn"], PATCHED])
def test_a_model_of_another_version_with_the_same_answers_is_used_and_that_is_said(
    original: bytes, tmp_path: Path, release: str
) -> None:
    (tmp_path / "model.hunch").write_bytes(stamped(original, release))

    opened = open_model(tmp_path / "model.hunch")

    assert [notice.code for notice in opened.notices] == ["model.older_verified"]


def test_what_the_manifest_says_alone_is_enough_to_be_said(tmp_path: Path) -> None:
    save(tmp_path / "rule.hunch", "rule")
    data = (tmp_path / "rule.hunch").read_bytes()
    (tmp_path / "rule.hunch").write_bytes(resealed(members_of(data), versions=OLDER))

    opened = open_model(tmp_path / "rule.hunch")

    assert [notice.code for notice in opened.notices] == ["model.older_verified"]


def test_a_model_of_this_version_needs_no_word(tmp_path: Path) -> None:
    save(tmp_path / "model.hunch")

    assert open_model(tmp_path / "model.hunch").notices == ()


@pytest.mark.parametrize("release", [OLDER["scikit-learn"], PATCHED])
def test_a_model_of_another_version_with_other_answers_is_refused_with_its_version(
    original: bytes, tmp_path: Path, release: str
) -> None:
    def change(golden: Any) -> None:
        golden["answers"][0].reverse()

    made = OLDER | {"scikit-learn": release}
    data = edited(stamped(original, release), "golden.json", change, versions=made)
    (tmp_path / "model.hunch").write_bytes(data)

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


@pytest.mark.parametrize(("form", "code"), [(1, "model.older_form"), (99, "model.unsound")])
def test_parts_of_an_older_form_are_said_to_be_so(
    original: bytes, tmp_path: Path, form: int, code: str
) -> None:
    def change(features: Any) -> None:
        features["version"] = form
        features["member"] = features.pop("members")  # as its record was another one

    (tmp_path / "model.hunch").write_bytes(edited(original, "features.json", change))

    with pytest.raises(ModelError) as caught:
        open_model(tmp_path / "model.hunch")

    assert caught.value.code == code


def test_a_card_is_read_without_any_heavy_library() -> None:
    script = (
        "import sys, desktop_app.models.card;"
        "heavy = {'numpy', 'pandas', 'scipy', 'sklearn', 'skops', 'duckdb'} & set(sys.modules);"
        "sys.exit(len(heavy))"
    )

    subprocess.run([sys.executable, "-c", script], check=True)
