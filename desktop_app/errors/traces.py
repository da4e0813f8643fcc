"""What an exception was and where it arose, as the log may keep it."""

import traceback

_LONGEST = 20_000  # letters


def trace_of(error: BaseException) -> str:
    """Return what an exception was and where it arose, for the log, which holds no value from a file.

    The words of an exception can hold such: "could not convert string to float: 'Jane Doe'".
    """
    told, seen = [], set[int]()
    earlier: BaseException | None = error
    while earlier is not None and id(earlier) not in seen:  # a chain can lead back to where it began
        seen.add(id(earlier))
        words = f": {earlier}" if isinstance(earlier, ImportError) else ""  # of our parts only
        trace = "".join(traceback.format_tb(earlier.__traceback__))
        told.append(f"{type(earlier).__name__}{words}\n{trace}")
        earlier = earlier.__cause__ or earlier.__context__
    return "after ".join(told)[:_LONGEST]
