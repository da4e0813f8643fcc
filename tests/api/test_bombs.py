"""While a file is opened that was made to exhaust its reader, the pages answer; then it is refused."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.settings import read_settings
from tests.benchmarks.bomb_answers import Asking, Visitor, outcome_of, visiting
from tests.bombs import BOMBS

PATIENCE = 300.0  # seconds
LIMITS = {"HUNCH_WORKERS": "2", "HUNCH_MEMORY_LIMIT": "2GB"}


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    """Somebody in a browser, with workers under the limits of a small computer."""
    settings = read_settings(LIMITS).in_workspace(tmp_path_factory.mktemp("workspace"))
    with visiting(settings) as visitor:
        yield visitor


@pytest.mark.parametrize("name", ["far cell", "one string many times", "packed", "too wide"])
def test_the_pages_answer_while_a_bomb_is_refused(visitor: Visitor, name: str, tmp_path: Path) -> None:
    path = tmp_path / BOMBS[name].name
    BOMBS[name].write(path, 1)

    job_id = visitor.open_file(path)
    with Asking(visitor, f"/opening/{job_id}/progress") as asking:
        job = visitor.wait(job_id, PATIENCE)

    assert outcome_of(job) in BOMBS[name].codes
    assert asking.took
    assert asking.statuses == {200}
    status, page, _goal = visitor.ask("GET", f"/opening/{job_id}")
    assert status == 200
    assert path.name in page.decode()


def test_a_file_is_opened_after_all_of_them(visitor: Visitor, tmp_path: Path) -> None:
    path = tmp_path / "sales.csv"
    path.write_text("a,b\n1,x\n2,y\n", encoding="utf-8")

    job = visitor.wait(visitor.open_file(path), PATIENCE)

    assert outcome_of(job) == "read"


def test_one_that_takes_its_time_is_cancelled(visitor: Visitor, tmp_path: Path) -> None:
    path = tmp_path / BOMBS["open quote"].name
    BOMBS["open quote"].write(path, 4)

    job_id = visitor.open_file(path)
    job = visitor.wait(job_id, 0.0)

    assert job.state == "cancelled"
