"""One database for the many small files that tests read: it takes longer to come up than most of them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import Context, copy_context
from pathlib import Path
from typing import ParamSpec, TypeVar

from desktop_app.tables.duck import sharing

_P = ParamSpec("_P")
_T = TypeVar("_T")
_contexts: list[Context] = []  # one while tests run; what is shared is known in it alone


@contextmanager
def one_database(folder: Path) -> Iterator[None]:
    """Keep what `in_one_database` uses, until the last test has run."""
    context = copy_context()
    shared = sharing(folder)
    context.run(shared.__enter__)
    _contexts.append(context)
    try:
        yield
    finally:
        _contexts.remove(context)
        context.run(shared.__exit__, None, None, None)


def in_one_database(work: Callable[_P, _T], *values: _P.args, **named: _P.kwargs) -> _T:
    """Do what reads a file or a table as the app does, but for the time that a database takes to come up."""
    return _contexts[-1].run(work, *values, **named)
