"""What files of forecasts, of groups and of what is usual share: how they are written, and how they open."""

import platform
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from desktop_app.engine.arrays import Floats
from desktop_app.engine.parts import Parts
from desktop_app.errors import ModelError
from desktop_app.models.archive import TooBigError
from desktop_app.models.arrays import read_array
from desktop_app.models.content import content_of, unpack
from desktop_app.models.grammar import ForbiddenError, UnsoundError
from desktop_app.models.opening import MISFITS, unsound
from desktop_app.models.package import KIND, Manifest, Package, pack, too_big
from desktop_app.models.payload import read_estimators
from desktop_app.models.versions import versions
from desktop_app.records.compared_cards import ComparedCard
from desktop_app.records.forecast_cards import ForecastCard
from desktop_app.records.notices import Notice
from desktop_app.tables.out.placing import placed

TOLERANCE = 1e-6  # of an answer
_LIBRARY = "scikit-learn"


def write_other(
    path: Path, card: ForecastCard | ComparedCard, members: Mapping[str, bytes], written_as: int
) -> None:
    """Write a model file of this format to *path*, whole or not at all. Raises SaveError."""
    manifest = Manifest(
        format=written_as,
        kind=KIND,
        created=card.created,
        versions=card.versions,
        platform=f"{platform.system()} {platform.machine()}",
        estimator_types=card.estimator_types,
        table=card.table,
        table_sha256=card.table_sha256,
        rows=card.rows,
        golden_rows=card.stored_answers,
        content=content_of(members, unpack(members)),
        files={},  # filled by pack()
    )
    data = pack(manifest, members)
    with placed(path) as draft:
        draft.write_bytes(data)


@contextmanager
def refusing(package: Package) -> Iterator[None]:
    """Turn all that a crafted or older file can raise into a ModelError; what libraries warn of is silent."""
    try:
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            yield
    except TooBigError as error:
        raise too_big(package.name, error.size) from error
    except ForbiddenError as error:
        raise ModelError("model.forbidden", model=package.name, what=str(error)) from error
    except MISFITS as error:
        raise unsound(package) from error


def parts_in(package: Package) -> tuple[Parts, tuple[Notice, ...]]:
    """Return the parts, and what is said where another scikit-learn made them; to be called in `refusing`."""
    unpacked = unpack(package.members)
    if content_of(package.members, unpacked) != package.manifest.content:
        raise ModelError("model.changed", model=package.name, part="content")
    estimators = read_estimators(unpacked.estimators)
    if estimators.types != package.manifest.estimator_types:
        raise UnsoundError("it holds other types than it says")
    # Copies, because compiled code wants aligned numbers and the file has them at any place.
    arrays = {name: read_array(content).copy() for name, content in unpacked.arrays.items()}
    parts = Parts(features=package.json("features.json"), arrays=arrays, estimators=estimators.by_name)
    # What needs no estimator of scikit-learn has no stamp of it but the one in the manifest.
    is_older = estimators.other_version or package.manifest.versions.get(_LIBRARY) != versions()[_LIBRARY]
    return parts, (Notice(code="model.older_verified"),) if is_older else ()


def answers_of(one: list[list[float]], other: list[list[float]]) -> tuple[Floats, Floats] | None:
    """Return stored answers and those given again as arrays; None where they cannot be compared."""
    then, again = (np.array(answers, dtype=np.float64) for answers in (one, other))
    return (then, again) if then.shape == again.shape and np.isfinite(again).all() else None
