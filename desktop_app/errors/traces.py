"""What an exception was and where it arose, as the log may keep it."""

import traceback

_LONGEST = 20_000  # letters


def trace_of(error: BaseException) -> str:
    """Return what an exception was and where it arose, for the log, which holds no value from a file.

    The words of an exception can hold such: "could not convert string to float: 'Jane Doe'".
    """
    words = f": {error}" if isinstance(error, ImportError) else ""  # of our parts only
    trace = f"{type(error).__name__}{words}\n" + "".join(traceback.format_tb(error.__traceback__))
    earlier = error.__cause__ or error.__context__
    return (f"{trace}after {trace_of(earlier)}" if earlier else trace)[:_LONGEST]
