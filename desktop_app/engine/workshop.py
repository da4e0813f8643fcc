"""Threads that work side by side: each fit, or each part of the rows, on its own."""

import warnings
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import sklearn
from sklearn.exceptions import ConvergenceWarning
from threadpoolctl import threadpool_limits


@contextmanager
def workshop(at_a_time: int, each: int = 1) -> Iterator[ThreadPoolExecutor]:
    """Give so many threads, each with *each* of its own, so that there are the same numbers on every machine.

    Threads that share one computation wait for each other at every tree, and on a busy computer they wait
    long: more at a time is better than more for each.
    """
    with (
        warnings.catch_warnings(record=True),
        threadpool_limits(limits=1),
        ThreadPoolExecutor(at_a_time, initializer=_begin, initargs=(each,)) as pool,
    ):
        # A straight line that has not quite settled is judged by its answers like any other model.
        warnings.simplefilter("ignore", ConvergenceWarning)
        # Fits in two threads set the filters of warnings at the same time, and scikit-learn wonders aloud.
        warnings.filterwarnings("ignore", message="`sklearn.utils.parallel.delayed`", category=UserWarning)
        yield pool


def _begin(threads: int) -> None:
    """Let each task compute on so many threads; sums of matrices on one, since their order tells."""
    threadpool_limits(limits=1, user_api="blas")
    threadpool_limits(limits=threads, user_api="openmp")
    # What scikit-learn is told is fixed; to check it anew for each tree takes a third of a forest's time.
    sklearn.set_config(skip_parameter_validation=True)
