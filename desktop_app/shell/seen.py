"""Whether somebody reads what is printed: a program that was started by its icon has no terminal."""

import sys
from functools import cache
from typing import TextIO


def is_read(stream: TextIO | None) -> bool:
    """Whether a person sees what is written to *stream*."""
    return stream is not None and stream.isatty() and _console_is_shown()


@cache  # later our own workers share the console
def _console_is_shown() -> bool:
    """Whether the console is one in which somebody works.

    Windows gives each start by an icon a console of its own, which is hidden at once: we are alone in it.
    """
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetConsoleProcessList((ctypes.c_uint32 * 1)(), 1) > 1)
    return True
