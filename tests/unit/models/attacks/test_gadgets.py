"""Nothing in a model file is run: no object of a payload, no pickle under our ending."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.models.attacks.gadgets import GADGETS, PROTOCOLS, pickles
from tests.unit.models.attacks.named import attacks
from tests.unit.models.attacks.refusing import refusal
from tests.unit.models.crafting import Crafted
from tests.unit.models.made import Kind
from tests.unit.models.sealing import crafted


@pytest.mark.parametrize("gadget", GADGETS)
def test_an_object_that_would_run_something_is_refused(
    gadget: str, originals: dict[Kind, bytes], tmp_path: Path
) -> None:
    for protocol in PROTOCOLS:

        def put(payload: Crafted, protocol: int = protocol) -> None:
            place = payload.attribute("ExtraTreesClassifier", "criterion")
            place.clear()
            place.update(GADGETS[gadget])
            payload.description["protocol"] = protocol

        code = refusal(crafted(originals["forest"], put), tmp_path / "model.hunch")

        assert code in {"model.forbidden", "model.unsound"}, protocol


@pytest.mark.parametrize("kind", pickles())
def test_a_pickle_under_our_ending_is_refused(kind: str, tmp_path: Path) -> None:
    assert refusal(pickles()[kind], tmp_path / "model.hunch") in {"model.pickle", "model.not_model"}


def test_the_canary_would_be_seen(tmp_path: Path) -> None:
    """Loaded as a pickle, each would run: in a process and a folder of its own here."""
    (tmp_path / "own").mkdir()
    code = "import pickle, sys; pickle.loads(sys.stdin.buffer.read())"

    subprocess.run(
        [sys.executable, "-c", code], input=pickles()["protocol 4"], cwd=tmp_path / "own", check=True
    )

    assert (tmp_path / "own" / "canary").exists()


def test_the_list_of_attacks_is_long_and_each_has_its_code() -> None:
    named = attacks()

    assert len(named) >= 100
    assert len(GADGETS) >= 25
    assert len(pickles()) >= 10
    assert {code for _, _, code in named.values()} >= {
        "model.not_model",
        "model.pickle",
        "model.changed",
        "model.extra_parts",
        "model.newer",
        "model.too_big",
        "model.forbidden",
        "model.unsound",
        "model.older_refused",
    }
