"""The search: every kind of model answers for the rows hidden from it, and each is kept once it is done."""

import logging
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.effort import ONE_PAGE, Effort
from desktop_app.engine.features.preparation import Form, Lines, Preparation
from desktop_app.engine.kinds.kind import Kind, Lesson
from desktop_app.engine.kinds.portfolio import KINDS
from desktop_app.engine.material import Material
from desktop_app.engine.model import softened
from desktop_app.engine.search.finished import Facts, Finished, read_finished, write_finished
from desktop_app.errors.traces import trace_of
from desktop_app.records.results import KindName, Receipt

log = logging.getLogger(__name__)

MOST_KEPT = 20_000_000  # numbers of features for trees that are kept between kinds
SIMPLEST = next(iter(KINDS))
_TO_THE_END = (SIMPLEST, *ONE_PAGE)  # each the first of a search


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """Where a search keeps what is finished, when it must end, and whom it tells."""

    folder: Path
    identity: str
    deadline: float  # on the clock
    clock: Callable[[], float]
    pool: Executor
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
    bench = _Bench(search=search, material=material)
    todo = [kind for name, kind in kinds.items() if name not in done]
    work = _work(material.effort)
    share = 0.0
    try:
        for name, kind in kinds.items():
            if name not in done and not search.is_over(name, 0):
                search.on_start(name, share)
                # The next kind begins on the threads that the last parts of this one leave idle.
                for coming in todo[todo.index(kind) :][:2]:
                    bench.begin(search.pool, coming)
                steps = _Steps(search=search, start=share, width=work[name])
                done[name] = _tried(search, bench, kind, steps)
                write_finished(search.folder, done[name])
            share += work[name]
            if name in done:
                search.on_kind(done[name], share)
    finally:
        bench.give_up()
    return [done[name] for name in kinds if name in done]


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


def _tried(search: Search, bench: "_Bench", kind: Kind, steps: _Steps) -> Finished:
    began = search.clock()
    cut = failed = False
    answers: dict[int, Floats] = {}
    try:
        for place, found in _in_turn(bench, kind):
            answers[place] = found
            steps.tell(len(answers), len(bench.material.split.parts))
        cut = len(answers) < len(bench.material.split.parts)
    except Exception as error:  # noqa: BLE001 - a candidate's crash becomes a record
        log.error("%s failed: %s", kind.name, trace_of(error))  # noqa: TRY400 - its words can hold a cell
        failed = True
    facts = Facts(
        kind=kind.name,
        identity=search.identity,
        settings=kind.settings(bench.material.conditions),
        seconds=search.clock() - began,
        longest=bench.longest.get(kind.name, 0.0),
        failed=failed,
        cut=cut,
    )
    return Finished(facts=facts, answers={} if failed else answers)


def _in_turn(bench: "_Bench", kind: Kind) -> Iterator[tuple[int, Floats]]:
    """Give the answers part by part; those that had not begun when the time was up are left out."""
    try:
        for place, future in enumerate(bench.begun[kind.name]):
            if (found := future.result()) is None:
                return
            yield place, found
    except BaseException:
        for future in bench.begun[kind.name]:
            future.cancel()
        raise


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bench:
    """Makes the rows of each part ready once, for all kinds that read them in the same form."""

    material: Material
    search: Search
    preparations: dict[int, Preparation] = field(default_factory=dict)
    trees: dict[tuple[int, Form], tuple[Lines, Lines]] = field(default_factory=dict)
    begun: dict[KindName, list[Future[Floats | None]]] = field(default_factory=dict)  # answers of each part
    longest: dict[KindName, float] = field(default_factory=dict)  # seconds of a part

    def begin(self, pool: Executor, kind: Kind) -> None:
        """Let the parts of a kind wait for a thread."""
        if kind.name not in self.begun:
            parts = range(len(self.material.split.parts))
            self.begun[kind.name] = [pool.submit(self.in_time, kind, place) for place in parts]

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
        found = self.answers(kind, place)
        self.longest[kind.name] = max(self.longest.get(kind.name, 0.0), self.search.clock() - began)
        return found

    def answers(self, kind: Kind, place: int) -> Floats:
        """Return (settings, hidden rows, answers) of one kind for one part."""
        material, part = self.material, self.material.split.parts[place]
        values, conditions = material.target.values, material.conditions
        simplest = material.simplest(part.learn)
        guesses = np.tile(simplest, (len(kind.settings(conditions)), len(part.hidden), 1))
        if len(np.unique(values[part.learn])) < 2:
            return guesses
        rows = material.sampled(part.learn, kind.most_rows)
        learn, hidden = self._features(kind, place, rows)
        if learn.shape[1] == 0:
            return guesses
        found = kind.path(
            conditions,
            Lesson(features=learn, values=values[rows]),
            Lesson(features=hidden, values=values[part.hidden]),
        )
        if np.isnan(found).any():
            raise FloatingPointError("answers that are no numbers")  # nothing could be compared with them
        if not conditions.classes:
            return np.clip(found, values[rows].min(), values[rows].max())
        return softened(found, simplest, 1 / len(part.learn)).astype(np.float32)

    def _features(self, kind: Kind, place: int, rows: Ints) -> tuple[Lines, Lines]:
        material, part = self.material, self.material.split.parts[place]
        are_all = len(rows) == len(part.learn)
        if are_all and (place, kind.form) in self.trees:
            return self.trees[place, kind.form]
        if place not in self.preparations:
            self.preparations[place] = material.prepare(part.learn)
        prepared = self.preparations[place]
        learn = material.learned(kind.form, prepared, part.learn, rows)
        made = learn, prepared.features(kind.form, material.cells.take(part.hidden))
        are_few = isinstance(learn, np.ndarray) and learn.size * len(material.split.parts) <= MOST_KEPT
        if are_all and are_few:
            self.trees[place, kind.form] = made
        return made
