"""Answering that is killed without warning ends with the same bytes; `--scale 25` makes it 50 kills."""

from pathlib import Path

from tests.benchmarks.kills import kill_and_compare
from tests.unit.models.made import save
from tests.unit.models.stored import store
from tests.unit.models.test_applying import TYPES, texts


def test_no_kill_is_seen_in_the_answers(tmp_path: Path, scale: float) -> None:
    save(tmp_path / "model.hunch", "linear")
    store(tmp_path / "table", texts(), TYPES)

    kills, _amid_rows, others = kill_and_compare(tmp_path, round(2 * scale), 7)

    assert kills >= round(2 * scale)
    assert others == 0
