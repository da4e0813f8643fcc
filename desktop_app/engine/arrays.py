"""The names of the few kinds of array that the engine passes around, and how one from a file is checked."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Floats32 = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Codes = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]
Texts = npt.NDArray[np.object_]

MADS = 1.4826  # median absolute deviations are the standard deviation of a normal distribution
ANY = -1  # values along an axis: as many as there are


def checked(
    arrays: Mapping[str, Any], name: str, shape: tuple[int, ...], kind: type[Any] = np.float64
) -> npt.NDArray[Any]:
    """Return the array of this name as finite numbers of this kind. Raises KeyError or ValueError."""
    array = np.asarray(arrays[name])
    if not fits(array, shape) or not np.can_cast(array.dtype, kind, casting="same_kind"):
        raise ValueError(name)
    with np.errstate(over="ignore"):
        found = array.astype(kind)
    if not np.isfinite(found).all():
        raise ValueError(name)
    return found


def checked_classes(arrays: Mapping[str, Any], name: str = "classes") -> Ints:
    """Return the codes of the classes that a kind of model tells apart; none for a number."""
    classes: Ints = checked(arrays, name, (ANY,), np.int64)
    if len(classes) == 1 or (classes < 0).any() or not is_rising(classes):
        raise ValueError(name)
    return classes


def checked_places(arrays: Mapping[str, Any], name: str, of: int) -> Ints:
    """Return the places of some of so many things, in their order."""
    places: Ints = checked(arrays, name, (ANY,), np.int64)
    if not is_rising(places) or (places < 0).any() or (places >= of).any():
        raise ValueError(name)
    return places


def fits(array: npt.NDArray[Any], shape: tuple[int, ...]) -> bool:
    """Return whether an array has this shape."""
    return array.ndim == len(shape) and all(
        wanted in (ANY, found) for found, wanted in zip(array.shape, shape, strict=True)
    )


def is_rising(places: Ints) -> bool:
    """Return whether each is greater than the one before."""
    return bool((np.diff(places) > 0).all())


def drawn(rows: int, most: int, seed: int) -> Ints:
    """Return the places of at most so many of the rows, drawn at random, in their order."""
    if rows <= most:
        return np.arange(rows)
    return np.sort(np.random.default_rng([seed, rows]).choice(rows, most, replace=False))
