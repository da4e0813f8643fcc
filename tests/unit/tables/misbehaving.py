"""Work that goes wrong, for processes that have to bear it: light to load, since each of them loads it."""

import os
import time


def misbehave(way: str) -> str:
    """Return what was asked for, or "die", or "hang"."""
    if way == "die":
        os._exit(9)
    while way == "hang":
        time.sleep(0.001)
    return way
