"""Estimators as bytes and back: the same in, the same out, and nothing but what is on the closed list."""

import copy
import hashlib
import json
import subprocess
import sys
from typing import Any

import numpy as np
import pytest
from scipy.special import expit
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import StandardScaler

from desktop_app.engine.features.texts import Words
from desktop_app.engine.kinds.kind import Conditions, Lesson
from desktop_app.engine.kinds.pieces import taken_apart
from desktop_app.engine.kinds.portfolio import KINDS
from desktop_app.models import closed
from desktop_app.models.closed_skops import skops_io
from desktop_app.models.grammar import ForbiddenError
from desktop_app.models.payload import (
    DESCRIPTION,
    read_estimators,
    types_of,
    unpack_estimators,
    write_estimators,
)
from desktop_app.models.soundness import RULES
from desktop_app.records.results import KindName
from tests.unit.models.fitted import AMOUNT, NAMES, NUMBERS, TEXTS, THREE, TWO, answers, fitted
from tests.unit.models.made import LITTLE, ONLY_AMOUNTS


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_estimator_that_is_offered_answers_alike_after_reading(name: str) -> None:
    read = read_estimators(unpack_estimators(memoryview(write_estimators({name: fitted()[name]}))))

    assert np.allclose(answers(name, read.by_name[name]), answers(name, fitted()[name]), rtol=0, atol=1e-12)
    assert not read.other_version


def learned(name: KindName, classes: int) -> Any:
    """Return what the learner makes for so many classes, 0 for a number, and scikit-learn keeps."""
    conditions = Conditions(classes=classes, effort=LITTLE, seed=0)
    values: Any = {0: AMOUNT, 2: TWO, 3: THREE}[classes]
    lesson = Lesson(features=NUMBERS, values=values)
    return taken_apart(KINDS[name].fit(conditions, lesson, KINDS[name].settings(conditions)[0]))[1]


def test_the_closed_list_is_just_what_the_learner_needs() -> None:
    """A new kind of model needs its types on the list, and a rule for each of them first."""
    offered = {
        f"{name} {classes}": fitted_one
        for name in KINDS
        for classes in ((0,) if name in ONLY_AMOUNTS else (0, 2, 3))
        if (fitted_one := learned(name, classes)) is not None
    }
    words = Words.learn(np.array(TEXTS, dtype=object)[:, None], seed=0)
    assert words is not None

    needed = set(types_of(write_estimators(offered | {"words": words.weights, "sums": words.sums})))

    assert needed == closed.OBJECTS | closed.COMPILED_LOSSES | {closed.TREE}


def test_every_type_on_the_closed_list_has_its_rule() -> None:
    assert RULES.keys() == closed.OBJECTS | closed.COMPILED_LOSSES | {closed.TREE}


@pytest.mark.parametrize(
    "stranger", [StandardScaler().fit(NUMBERS), KNeighborsClassifier().fit(NUMBERS, TWO)]
)
def test_an_estimator_that_is_not_offered_is_refused(stranger: Any) -> None:
    with pytest.raises(ForbiddenError):
        read_estimators(unpack_estimators(memoryview(write_estimators({"model": stranger}))))


def test_equal_estimators_give_equal_bytes_wherever_they_lie_in_memory() -> None:
    assert write_estimators(fitted()) == write_estimators(copy.deepcopy(fitted()))


def test_the_payload_does_not_depend_on_the_process() -> None:
    script = (
        "import hashlib; from tests.unit.models.fitted import fitted;"
        "from desktop_app.models.payload import write_estimators;"
        "print(hashlib.sha256(write_estimators(fitted())).hexdigest())"
    )

    there = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": "1", "OMP_NUM_THREADS": "1"},
    )

    assert there.stdout.strip() == hashlib.sha256(write_estimators(fitted())).hexdigest()


def test_rows_that_boosting_made_its_borders_of_stay_at_home() -> None:
    text = bytes(unpack_estimators(memoryview(write_estimators(fitted())))[DESCRIPTION])

    assert b"bin_thresholds_" in text  # the attribute is there, and empty
    for thing in _states(json.loads(text)):
        if "bin_thresholds_" in thing:
            assert thing["bin_thresholds_"]["content"] == []


def _states(node: Any) -> Any:
    if isinstance(node, dict):
        yield node
        for item in node.values():
            yield from _states(item)
    elif isinstance(node, list):
        for item in node:
            yield from _states(item)


def test_skops_own_files_are_refused_because_they_have_another_form() -> None:
    data = skops_io.dumps({"model": fitted()["line_two"]})

    with pytest.raises(ValueError, match="not in our form"):
        unpack_estimators(memoryview(data))


def test_skops_trusts_what_is_on_the_closed_list_and_nothing_else() -> None:
    several = {"ours": fitted()["line_two"], "scaler": StandardScaler().fit(NUMBERS), "function": expit}

    found = skops_io.get_untrusted_types(data=skops_io.dumps(several))

    assert found == ["scipy.special._special_ufuncs.expit", "sklearn.preprocessing._data.StandardScaler"]
