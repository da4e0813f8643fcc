"""The parts in a package, read after every check; all that a crafted file can raise is a refusal in words."""

import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import numpy as np

from desktop_app.engine.brought.audit.refused import RefusedGraphError
from desktop_app.engine.parts import Parts
from desktop_app.errors import ModelError
from desktop_app.models.archive import TooBigError
from desktop_app.models.arrays import read_array
from desktop_app.models.content import content_of, unpack
from desktop_app.models.grammar import ForbiddenError, UnsoundError
from desktop_app.models.package import Package, too_big
from desktop_app.models.payload import read_estimators
from desktop_app.models.versions import versions
from desktop_app.records.notices import Notice

# All that the libraries raise at content that is of the right form and still does not fit together. Nothing
# else may escape: whoever opens a file that somebody sent must get a refusal, not a fault of the program.
_MISFITS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
)
_LIBRARY = "scikit-learn"


@contextmanager
def refusing(package: Package) -> Iterator[None]:
    """Turn all that a crafted or older file can raise into a ModelError; what libraries warn of is silent."""
    try:
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            yield
    except TooBigError as error:
        raise too_big(package.name, error.size) from error
    except RefusedGraphError as error:
        raise ModelError(error.code, **error.values, file=package.name) from error
    except ForbiddenError as error:
        raise ModelError("model.forbidden", model=package.name, what=str(error)) from error
    except _MISFITS as error:
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


def refused(package: Package) -> ModelError:
    """Return the refusal of what gives other answers than when it was saved."""
    return ModelError("model.older_refused", model=package.name, version=maker_of(package))


def maker_of(package: Package) -> str:
    """Return the version of the program that made a file; ? where it does not say."""
    return package.manifest.versions.get("hunch", "?")


def unsound(package: Package) -> ModelError:
    """Return the refusal of what does not hold together; made by another scikit-learn, that is the reason."""
    if _release(package.manifest.versions) != _release(versions()):
        return refused(package)
    return ModelError("model.unsound", model=package.name)


def _release(versions_of: Mapping[str, str]) -> tuple[str, ...]:
    """Return the release of scikit-learn, whose last number does not change how fitted models are kept."""
    return tuple(versions_of.get(_LIBRARY, "").split(".")[:2])
