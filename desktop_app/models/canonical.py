"""JSON in one form only: the same facts give the same bytes, and other bytes are refused."""

import json
from typing import Any, NoReturn


def write_json(value: Any) -> bytes:
    """Return *value* as canonical JSON. Raises ValueError where it holds what JSON cannot (NaN, infinity)."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False).encode("ascii")


def read_json(data: bytes) -> Any:
    """Return what canonical JSON says. Raises ValueError where the bytes are not in that form."""
    try:
        value = json.loads(data.decode("ascii"), parse_constant=_refuse)
        same = write_json(value) == data
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not same:
        raise ValueError("not in canonical form")
    return value


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")
