"""Fitted estimators as bytes and back: skops, written in one form only and read after all checks."""

import copy
import io
import json
import warnings
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
from sklearn.exceptions import InconsistentVersionWarning
from sklearn.feature_extraction.text import TfidfVectorizer

from desktop_app.models import closed
from desktop_app.models.archive import Limits, read_archive, write_archive
from desktop_app.models.arrays import array_bytes
from desktop_app.models.closed_skops import skops_io
from desktop_app.models.grammar import ForbiddenError, Thing, describe
from desktop_app.models.soundness import check_sound, things

DESCRIPTION = "schema.json"
LIMITS = Limits(members=50_000, total=2**30)


@dataclass(frozen=True, slots=True)
class Estimators:
    """The fitted estimators of a payload, every type in it, and whether another scikit-learn made them."""

    by_name: dict[str, Any]
    types: tuple[str, ...]
    other_version: bool


Boosting = HistGradientBoostingClassifier | HistGradientBoostingRegressor


def write_estimators(estimators: Mapping[str, Any]) -> bytes:
    """Return fitted estimators as one skops payload; the same estimators give the same unpacked bytes.

    skops names members by the address of an object and says when they were written, so two payloads of one
    model differ. Here members are named in the order in which they are used, equal ones are kept once, and
    the marks that tell which objects were one in memory are left out.
    """
    raw = skops_io.dumps({name: _slim(estimators[name]) for name in sorted(estimators)})
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        description = json.loads(archive.read(DESCRIPTION))
        contents = {name: _plain_array(archive, name) for name in archive.namelist() if name != DESCRIPTION}
    members: dict[bytes, str] = {}
    _rewrite(description, contents, members)
    text = json.dumps(description, separators=(",", ":")).encode()
    return write_archive(
        {DESCRIPTION: text} | {name: content for content, name in members.items()}, deflate=True
    )


def unpack_estimators(data: memoryview) -> dict[str, memoryview]:
    """Return the members of a payload. Raises BadArchiveError."""
    return read_archive(data, LIMITS, deflate=True)


def read_estimators(members: Mapping[str, memoryview]) -> Estimators:
    """Return the estimators of a payload.

    Raises ForbiddenError for a type that is not on the closed list and UnsoundError for a structure that is
    not safe to use; both before anything is made. What skops itself then raises is the caller's to expect.
    """
    arrays = {name: content for name, content in members.items() if name != DESCRIPTION}
    text = bytes(members.get(DESCRIPTION, b""))
    described = describe(text, arrays)
    check_sound(described)
    clean = write_archive({name: bytes(content) for name, content in members.items()})
    unknown = set(skops_io.get_untrusted_types(data=clean)) - set(closed.TRUSTED)
    if unknown:  # a second pair of eyes: skops must find nothing that the grammar did not
        raise ForbiddenError(min(unknown))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", InconsistentVersionWarning)
        estimators = skops_io.loads(clean, trusted=list(closed.TRUSTED))
    older = any(issubclass(warning.category, InconsistentVersionWarning) for warning in caught)
    return Estimators(estimators, _types(described), older)


def types_of(data: bytes) -> tuple[str, ...]:
    """Return the types that a payload of our own holds, sorted."""
    members = unpack_estimators(memoryview(data))
    text = bytes(members.pop(DESCRIPTION))
    return _types(describe(text, members))


def _types(described: Mapping[str, Thing]) -> tuple[str, ...]:
    return tuple(sorted({thing.type for thing in things(described)}))


def _plain_array(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as member:
        return array_bytes(np.lib.format.read_array(member, allow_pickle=False))


def _slim(estimator: Any) -> Any:
    """Return the estimator without what only learning needs: its dice, and the borders made of its rows.

    Places of words become plain numbers: as one array each they would be ten thousand members.
    """
    if not isinstance(estimator, Boosting | TfidfVectorizer):
        return estimator
    slim = copy.copy(estimator)
    if isinstance(estimator, TfidfVectorizer):
        vars(slim).pop("_stop_words_id", None)  # an address in memory
        slim.vocabulary_ = {word: int(place) for word, place in estimator.vocabulary_.items()}
        return slim
    slim._feature_subsample_rng = slim._random_seed = slim._scorer = None
    slim._bin_mapper = copy.copy(estimator._bin_mapper)
    slim._bin_mapper.n_threads = 1
    slim._bin_mapper.random_state = None
    if not np.any(slim._bin_mapper.is_categorical_):
        slim._bin_mapper.bin_thresholds_ = []
    return slim


def _rewrite(node: Any, contents: Mapping[str, bytes], members: dict[bytes, str]) -> None:
    """Take the address of each object away and name its array by the order of use."""
    if isinstance(node, dict):
        if "__loader__" in node:
            node.pop("__id__", None)
            if "file" in node:
                content = contents[node["file"]]
                node["file"] = members.setdefault(content, f"{len(members)}.npy")
        for item in node.values():
            _rewrite(item, contents, members)
    elif isinstance(node, list):
        for item in node:
            _rewrite(item, contents, members)
