"""One order, carried out in one worker while the caller waits: the way of the command line."""

from dataclasses import replace

from desktop_app.errors import InternalError, from_code
from desktop_app.jobs.endings import died, logged
from desktop_app.jobs.limits import limits_of
from desktop_app.jobs.messages import BrokenMessageError
from desktop_app.jobs.process import WorkerProcess
from desktop_app.jobs.worker import Loader, load_on_demand
from desktop_app.records.jobs import Finished, Order, Problem, Progress, Report
from desktop_app.records.jsonable import JSON
from desktop_app.settings import Settings


def run_once(
    order: Order, settings: Settings, on_progress: Report, *, load: Loader = load_on_demand
) -> dict[str, JSON]:
    """Return the result of *order*; raises the AppError that the worker met.

    The order's folder must exist. The worker is ended with this call, also by Ctrl+C.
    """
    # Paths come from the command line here: a folder that a person names makes no file one of ours.
    worker = WorkerProcess(load, replace(limits_of(settings), models=None))
    read = False
    try:
        worker.give(order)
        while isinstance(message := worker.receive(), Progress):
            read = read or message.read
            on_progress(message)
    except EOFError:
        message = died(order, worker.end(patience=1.0), worker.last_words(), read=read)
    except BrokenMessageError:
        message = died(order, None, worker.last_words())
    finally:
        worker.end()
    match message:
        case Finished(result=result):
            return result
        case Problem():
            problem = logged(message, order.journey)
            raise from_code(problem.code, problem.values)
    raise InternalError("error.worker_ended", job=order.journey)
