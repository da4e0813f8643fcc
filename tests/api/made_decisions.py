"""A made training whose line between two answers can be moved, with its model file."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from desktop_app.models.package import KIND, MEMBERS, WITHOUT_NAMES, Manifest, pack
from desktop_app.records.insights import Cut, Cuts
from desktop_app.records.stored import StoredTraining
from tests.api.made import EVALUATION

CUTS = Cuts(
    value="yes",
    rows=120,
    positives=32,
    cuts=(
        Cut(chance=0.8, found=12, false=1),
        Cut(chance=0.5, found=26, false=8),
        Cut(chance=0.3, found=30, false=20),
        Cut(chance=0.1, found=32, false=60),
    ),
)
DECIDABLE = replace(EVALUATION, cuts=(CUTS,))
FACTS: dict[str, Any] = dict.fromkeys(("created", "platform", "table", "table_sha256", "content"), "")


def write_model(training: StoredTraining) -> None:
    """Put a whole file in the place of the made one: its hashes are right, whatever its parts hold."""
    manifest = Manifest(
        format=WITHOUT_NAMES,
        kind=KIND,
        versions={},
        estimator_types=(),
        rows=120,
        golden_rows=0,
        files={},
        **FACTS,
    )
    Path(training.model).write_bytes(pack(manifest, {name: name.encode() for name in MEMBERS}))
