"""The life of one worker process: load, wait for an order, do it, answer, exit.

One order is to stay: to open a model, and to answer what is asked about it.
"""

import faulthandler
import gc
import os
import signal
import tempfile
import warnings
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, cast

from desktop_app import language
from desktop_app.jobs.endings import OUT_OF_MEMORY, problem_of
from desktop_app.jobs.limits import (
    Limits,
    be_modest,
    die_with_parent,
    lift_reading,
    limit_memory,
    limit_reading,
)
from desktop_app.jobs.messages import decode_order, encode, write_result
from desktop_app.jobs.questions import answer_all
from desktop_app.jobs.reporter import Reporter
from desktop_app.journeys.journey import Answering, Journey, Opener, Serving
from desktop_app.records.asking import Ready
from desktop_app.records.jobs import Finished, Message, Order, Problem, Progress
from desktop_app.records.jsonable import JSON, to_json
from desktop_app.workspace.allowed import check_order
from desktop_app.workspace.trust import read_policy, trust_of

Loader = Callable[[], Mapping[str, Journey]]
LOG = "worker.log"  # in the job's folder: what libraries print, and where a crash was
ANSWERING, SERVING = "answer", "serve"  # the journeys of workers that stay


def load_on_demand() -> Mapping[str, Journey]:
    """Return every journey by name; what one needs is loaded when it is looked up, in a worker."""
    from desktop_app.journeys.catalogue import JOURNEYS

    return JOURNEYS


def load_all(load: Loader) -> Mapping[str, Journey]:
    """Return every journey with all that it needs, pandas and scikit-learn included: seconds of work."""
    return dict(load())


def main(pipe: "Connection[Any, Any]", load: Loader, limits: Limits) -> None:
    """Load the journeys, then carry out the one order that comes down *pipe*."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the app, which ends its workers
    die_with_parent(limits.parent)
    be_modest(limits)
    loaded = _loaded(load)
    try:
        order = decode_order(pipe.recv_bytes())
    except EOFError:
        return  # the app closed while this worker was waiting
    try:
        if order.journey in (ANSWERING, SERVING):
            _stay(order, loaded, limits, pipe)
        else:
            pipe.send_bytes(encode(_carried_out(order, loaded, limits, pipe)))
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


def _loaded(load: Loader) -> Future[Mapping[str, Journey]]:
    """Return the journeys, or what kept them from loading: it is the answer to the order that will come."""
    loaded: Future[Mapping[str, Journey]] = Future()
    gc.disable()  # what is loaded stays
    try:
        loaded.set_result(load())
    except Exception as error:  # noqa: BLE001 - raised again where it is answered
        loaded.set_exception(error)
    finally:
        gc.enable()
    return loaded


def _carried_out(
    order: Order, loaded: Future[Mapping[str, Journey]], limits: Limits, pipe: "Connection[Any, Any]"
) -> Message:
    folder = Path(order.folder)
    try:
        journey = loaded.result()[order.journey]
        _settle_in(order, limits)
        check_order(order.journey, order.params, read_policy(limits.policy).policy, limits.models)

        def send(progress: Progress) -> None:
            if progress.read:
                lift_reading()
            pipe.send_bytes(encode(progress))

        report = Reporter(send)
        write_result(folder, journey(order.params | _filled_in(limits), folder, report))
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - the border of the process: nothing above can catch it
        return problem_of(error, order.folder)
    return Finished(result={})


def _stay(
    order: Order, loaded: Future[Mapping[str, Journey]], limits: Limits, pipe: "Connection[Any, Any]"
) -> None:
    """Open a model and answer what is asked about it; say when the libraries and when the model are there."""
    opened = _opened(order, loaded, limits, pipe)
    if isinstance(opened, Problem):
        pipe.send_bytes(encode(opened))
        return
    lift_reading()
    pipe.send_bytes(encode(Ready()))
    answer_all(pipe, opened, order.folder)


def _opened(
    order: Order, loaded: Future[Mapping[str, Journey]], limits: Limits, pipe: "Connection[Any, Any]"
) -> Answering | Serving | Problem:
    try:
        opener = cast(Opener, loaded.result()[order.journey])  # one that returns no result
        pipe.send_bytes(encode(Ready()))
        _settle_in(order, limits)
        return opener(order.params | _filled_in(limits), Path(order.folder), lambda _: None)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - the border of the process: nothing above can catch it
        return problem_of(error, order.folder)


def _filled_in(limits: Limits) -> dict[str, JSON]:
    """Return what every order is told: what it may take, and whose models are believed at this moment."""
    trust = trust_of(limits.policy, limits.workspace, limits.models)
    return {"threads": limits.threads, "memory": limits.memory, "trust": to_json(trust)}


def _settle_in(order: Order, limits: Limits) -> None:
    """Keep to the limits and to the job's folder, and keep quiet.

    What a library prints must not mix with the app's output.
    """
    language.use(order.language)
    tempfile.tempdir = order.folder
    warnings.simplefilter("ignore")
    printed = os.open(Path(order.folder) / LOG, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    for stream in (1, 2):
        os.dup2(printed, stream)
    if printed > 2:  # without a console it can be one of the two
        os.close(printed)
    faulthandler.enable(file=2)
    limit_memory(limits)
    limit_reading(order)
