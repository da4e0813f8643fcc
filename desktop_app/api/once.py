"""The same request, sent twice, makes one job: an answer that was lost on its way can be asked for again."""

import hashlib
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus

from flask import Response, request

from desktop_app.api.guard import program
from desktop_app.api.routes import accepted
from desktop_app.api.telling import job_told
from desktop_app.records.jobs import Job
from desktop_app.records.programs import Asked
from desktop_app.service.problems import RefusedError
from desktop_app.web.context import context


class _Turns:
    """Lets requests of one name have their turn one after the other."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._turns: dict[tuple[str, str], tuple[threading.Lock, int]] = {}  # and how many want it

    @contextmanager
    def of(self, name: tuple[str, str]) -> Iterator[None]:
        with self._lock:
            turn, wanted = self._turns.get(name, (threading.Lock(), 0))
            self._turns[name] = turn, wanted + 1
        try:
            with turn:
                yield
        finally:
            with self._lock:
                turn, wanted = self._turns.pop(name)
                if wanted > 1:
                    self._turns[name] = turn, wanted - 1


_turns = _Turns()


def digest_of(*asked: object) -> str:
    """Return what tells a request from others: where it was sent, and what it said."""
    said = [request.method, request.path, *asked]
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def once(key: str, digest: str, order: Callable[[], Job]) -> Response:
    """Return the answer to a request for a job, which is made where the same was not asked before.

    Raises RefusedError where the key belongs to another request.
    """
    if not key:
        job = order()
        return accepted(job_told(job), job.id)
    programs, name = context().workspace.programs, program().id
    with _turns.of((name, key)):
        before = programs.asked(name, key)
        if before and before.sha256 != digest:
            raise RefusedError(HTTPStatus.UNPROCESSABLE_ENTITY, "api.key_used")
        job = context().workspace.jobs.get(before.job_id) if before else order()
        if not before:
            programs.keep(name, key, Asked(sha256=digest, job_id=job.id))
    return accepted(job_told(job), job.id, again=before is not None)
