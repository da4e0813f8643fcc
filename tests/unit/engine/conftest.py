"""Trainings that several tests look at, each done once."""

from collections.abc import Iterator

import pytest
from threadpoolctl import threadpool_limits

from desktop_app.engine import effort
from tests.unit.engine.made import FEW, MANY, Learned, learned, question_of, signal

# Tests learn from few rows, to be quick: rows are kept aside from fewer on than a person's.
NESTED_BELOW, effort.NESTED_BELOW = effort.NESTED_BELOW, 400


@pytest.fixture(autouse=True, scope="package")
def kept_aside_from_few_on() -> Iterator[None]:
    """Leave the number as it is for the tests of other packages."""
    effort.NESTED_BELOW = 400
    yield
    effort.NESTED_BELOW = NESTED_BELOW


@pytest.fixture(autouse=True, scope="package")
def one_thread() -> Iterator[None]:
    """Compute on one thread: small models gain nothing by more."""
    with threadpool_limits(1):
        yield


@pytest.fixture(scope="module")
def few_fits() -> Iterator[None]:
    """Let a whole training try few kinds in few rounds: more would only be more of the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(effort, "FOR_KINDS", 0.3)
        patch.setattr(effort, "_rounds", lambda *_: effort.FEWEST_ROUNDS)
        yield


@pytest.fixture(scope="package")
def kinds_kept_aside(tmp_path_factory: pytest.TempPathFactory) -> Learned:
    """Which of two kinds, tested on rows that were kept aside."""
    return learned(question_of(signal(MANY), "left"), tmp_path_factory.mktemp("search"))


@pytest.fixture(scope="package")
def numbers_kept_aside(tmp_path_factory: pytest.TempPathFactory) -> Learned:
    """What number, tested on rows that were kept aside."""
    return learned(question_of(signal(MANY), "spent"), tmp_path_factory.mktemp("search"))


@pytest.fixture(scope="package")
def kinds_in_turn(tmp_path_factory: pytest.TempPathFactory) -> Learned:
    """Which of two kinds, where rows are so few that each is hidden in turn."""
    return learned(question_of(signal(FEW), "left"), tmp_path_factory.mktemp("search"))


@pytest.fixture(scope="package")
def numbers_in_turn(tmp_path_factory: pytest.TempPathFactory) -> Learned:
    """What number, where rows are so few that each is hidden in turn."""
    return learned(question_of(signal(FEW), "spent"), tmp_path_factory.mktemp("search"))
