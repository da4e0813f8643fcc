"""Estimators through the bytes of a model file and back."""

from collections.abc import Mapping
from typing import Any

from desktop_app.models.payload import read_estimators, unpack_estimators, write_estimators


def through_bytes(estimators: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is read again of estimators that were written."""
    return read_estimators(unpack_estimators(memoryview(write_estimators(estimators)))).by_name
