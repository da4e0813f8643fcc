"""The search: every kind of model answers for the rows hidden from it, and each is kept once it is done."""

import logging
import math
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.engine.arrays import Floats
from desktop_app.engine.effort import ONE_PAGE, Effort
from desktop_app.engine.kinds.kind import Kind
from desktop_app.engine.kinds.portfolio import KINDS
from desktop_app.engine.material import Material
from desktop_app.engine.search.bench import Bench, answers_of_part
from desktop_app.engine.search.finished import Facts, Finished, read_finished, write_finished
from desktop_app.engine.workshop import Fits
from desktop_app.errors.traces import trace_of
from desktop_app.records.results import KindName, Receipt

log = logging.getLogger(__name__)

SIMPLEST = next(iter(KINDS))
_TO_THE_END = (SIMPLEST, *ONE_PAGE)  # each the first of a search


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """Where a search keeps what is finished, when it must end, and whom it tells."""

    folder: Path
    identity: str
    deadline: float  # on the clock
    clock: Callable[[], float]
    fits: Fits
    on_part: Callable[[float], None]  # is told the share of the search that is done
    on_kind: Callable[[Finished, float], None]
    on_start: Callable[[KindName, float], None] = lambda *_: None  # is told the kind that comes now
    again: Receipt | None = None  # of a search that is repeated as it was, whatever the clock says

    def is_over(self, kind: KindName, part: int) -> bool:
        """Return whether a part of a kind is not begun any more; the first is tried to its end.

        So something is there to compare, however slow the computer.
        """
        if self.again is not None:
            return part >= self.again.tried.get(kind, 0)
        return kind not in _TO_THE_END and self.clock() > self.deadline


def run_search(search: Search, material: Material) -> list[Finished]:
    """Return every kind that was tried, those of an earlier run in the same folder included."""
    kinds = {name: KINDS[name] for name in material.effort.kinds}
    kept = read_finished(search.folder, search.identity) if search.again is None else []
    done = {found.facts.kind: found for found in kept}
    bench = search.fits.hands.share(Bench(material=material))
    parts = _Parts(search=search, material=material, bench=bench)
    todo = [kind for name, kind in kinds.items() if name not in done]
    work = _work(material.effort)
    share = 0.0
    try:
        for name, kind in kinds.items():
            if name not in done and not search.is_over(name, 0):
                search.on_start(name, share)
                # The next kind begins on the threads that the last parts of this one leave idle.
                for coming in todo[todo.index(kind) :][: _coming(search, material)]:
                    parts.begin(coming)
                steps = _Steps(search=search, start=share, width=work[name])
                done[name] = _tried(search, parts, kind, steps)
                write_finished(search.folder, done[name])
            share += work[name]
            if name in done:
                search.on_kind(done[name], share)
    finally:
        parts.give_up()
    return [done[name] for name in kinds if name in done]


def _coming(search: Search, material: Material) -> int:
    """Return of how many kinds the parts are begun at a time: enough for every place, and one more."""
    return 1 + max(1, math.ceil(search.fits.hands.places / len(material.split.parts)))


def _work(effort: Effort) -> dict[KindName, float]:
    """Return the share of the search that each kind is expected to take."""
    total = sum(effort.seconds)
    return {name: seconds / total for name, seconds in zip(effort.kinds, effort.seconds, strict=True)}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Steps:
    """Tells how far the search is while one kind goes through its parts."""

    search: Search
    start: float
    width: float

    def tell(self, done: int, of: int) -> None:
        self.search.on_part(self.start + self.width * done / of)


def _tried(search: Search, parts: "_Parts", kind: Kind, steps: _Steps) -> Finished:
    began = search.clock()
    cut = failed = False
    answers: dict[int, Floats] = {}
    try:
        for place, found in _in_turn(parts, kind):
            answers[place] = found
            steps.tell(len(answers), len(parts.material.split.parts))
        cut = len(answers) < len(parts.material.split.parts)
    except Exception as error:  # noqa: BLE001 - a candidate's crash becomes a record
        log.error("%s failed: %s", kind.name, trace_of(error))  # noqa: TRY400 - its words can hold a cell
        failed = True
    facts = Facts(
        kind=kind.name,
        identity=search.identity,
        settings=kind.settings(parts.material.conditions),
        seconds=search.clock() - began,
        longest=parts.longest.get(kind.name, 0.0),
        failed=failed,
        cut=cut,
    )
    return Finished(facts=facts, answers={} if failed else answers)


def _in_turn(parts: "_Parts", kind: Kind) -> Iterator[tuple[int, Floats]]:
    """Give the answers part by part; those that had not begun when the time was up are left out."""
    try:
        for place, future in enumerate(parts.begun[kind.name]):
            if (found := future.result()) is None:
                return
            yield place, found
    except BaseException:
        for future in parts.begun[kind.name]:
            future.cancel()
        raise


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """The parts of the kinds whose turn has come, each waiting for a thread or in one."""

    search: Search
    material: Material
    bench: Bench  # or what stands for it elsewhere
    begun: dict[KindName, list[Future[Floats | None]]] = field(default_factory=dict)  # answers of each part
    longest: dict[KindName, float] = field(default_factory=dict)  # seconds of a part

    def begin(self, kind: Kind) -> None:
        """Let the parts of a kind wait for a thread."""
        if kind.name not in self.begun:
            pool, places = self.search.fits.pool, range(len(self.material.split.parts))
            self.begun[kind.name] = [pool.submit(self.in_time, kind, place) for place in places]

    def give_up(self) -> None:
        """Take back the parts that have not begun."""
        for waiting in self.begun.values():
            for future in waiting:
                future.cancel()

    def in_time(self, kind: Kind, place: int) -> Floats | None:
        """Return the answers of one kind for one part; none once the time is up."""
        if self.search.is_over(kind.name, place):
            return None
        began = self.search.clock()
        found = self.search.fits.hands.do(answers_of_part, self.bench, kind.name, place)
        self.longest[kind.name] = max(self.longest.get(kind.name, 0.0), self.search.clock() - began)
        return found
