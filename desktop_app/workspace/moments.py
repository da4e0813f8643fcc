"""Ids and times of what is stored, and names that can be stored."""

import datetime
import secrets

LONGEST_NAME = 300


def new_id() -> str:
    """Return an id that nothing else has; it is safe in a path and in an address."""
    return secrets.token_hex(8)


def now() -> str:
    """Return the time in ISO 8601, UTC."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")


def today() -> datetime.date:
    """Return the day by which rules about days are followed: that of UTC."""
    return datetime.datetime.now(datetime.UTC).date()


def storable(name: str) -> str:
    """Return a name from outside as storable text: the name of a file may hold bytes that are none."""
    return name.encode("utf-8", "replace").decode("utf-8").strip()[:LONGEST_NAME]
