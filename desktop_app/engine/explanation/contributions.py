"""One answer taken apart into what each column adds to the usual answer: Shapley values.

A column adds what the answer changes by when the row's own cell takes the place of another row's, on average
over all orders in which the columns may come and over other rows (Strumbelj and Kononenko, Explaining
prediction models and individual predictions with feature contributions, 2014). In each order the steps lead
from the answer for another row to that for this one, so the contributions always sum to the answer.

With few columns all sets of them are tried; with more, orders are drawn, each with its reverse, which takes
much of the chance out (Mitchell et al., Sampling permutations for Shapley value estimation, 2022).
"""

from concurrent.futures import Executor
from dataclasses import dataclass
from math import factorial

import numpy as np

from desktop_app.engine.arrays import Flags, Floats, Ints, drawn
from desktop_app.engine.cells import Cells
from desktop_app.engine.explanation.mixing import mixed, on_one_list, without_unused
from desktop_app.engine.explanation.speed import rows_in
from desktop_app.engine.explanation.weights import weights_of
from desktop_app.engine.model import AnyModel

REST = ""  # instead of a column: all that are not named
MOST_NAMED = 30  # columns; those that count least move together
MOST_TRIED = 6  # columns of which every set is tried
MOST_ASKED = 4_000  # rows that the model is asked about for one explanation
SECONDS = 0.04  # that it may take to answer them, of a model with many trees
MOST_ASKED_EACH, SECONDS_EACH = 1_000, 0.004  # the same for each of many rows
_AT_ONCE = 20_000  # rows that the model is asked about together, of many explanations
_CELLS = 2_000_000  # of all those rows, of a wide table
FEWEST_ORDERS, MOST_ORDERS = 8, 100  # pairs of an order and its reverse


@dataclass(frozen=True, slots=True, kw_only=True)
class Contributions:
    """What each column adds; the usual answer and all amounts sum to the answer."""

    usual: float
    answer: float
    amounts: dict[str, float]  # of a chance, or in the unit of the answer; the greatest first


@dataclass(frozen=True, slots=True, kw_only=True)
class ManyContributions:
    """The same of many rows, the columns in one order for all of them."""

    names: tuple[str, ...]
    usual: Floats  # (rows,)
    answers: Floats  # (rows,)
    amounts: Floats  # (rows, names)


class Explaining:
    """Takes the answers of one model apart, beside the same other rows each time; the same for a seed."""

    def __init__(self, model: AnyModel, others: Cells, seed: int = 0, *, many: bool = False) -> None:
        """*others* are rows of the table in any order: one at least, and a thousand are enough.

        Those that are used are as spread over the answers as all are, so that the usual answer is that of the
        table, whatever chance draws. Where *many* rows are asked about, the model is asked less for each.
        """
        self._model = model
        self._names, self._player = _players(model, others.layout.names)
        limit, seconds = (MOST_ASKED_EACH, SECONDS_EACH) if many else (MOST_ASKED, SECONDS)
        most = min(limit, rows_in(seconds, model), _CELLS // max(1, len(others.layout.names)))
        self._design = _design(len(self._names), len(others), most, np.random.default_rng([seed, 21]))
        used = int(self._design.places.max(initial=0)) + 1
        among = others.take(drawn(len(others), max(used, most), seed))
        self._others = without_unused(among.take(_spread(model.answers(among), used)))

    def of(self, row: Cells, place: int) -> Contributions:
        """Return what the columns add to the chance of the class at *place*, or to an amount (*place* 0)."""
        found = self.of_rows(row, np.array([place]))
        amounts = found.amounts[0].tolist()
        order = sorted(range(len(amounts)), key=lambda player: -abs(amounts[player]))
        return Contributions(
            usual=float(found.usual[0]),
            answer=float(found.answers[0]),
            amounts={found.names[player]: amounts[player] for player in order},
        )

    def of_rows(self, rows: Cells, places: Ints, pool: Executor | None = None) -> ManyContributions:
        """Return the same for each of some rows, with the *place* (rows,) of each; threads may share them."""
        others, own = on_one_list(self._others, rows)
        if not self._names:
            found = self._model.answers(own)[np.arange(len(own)), places]
            return ManyContributions(names=(), usual=found, answers=found, amounts=np.empty((len(own), 0)))
        at_once = max(1, _AT_ONCE // len(self._design.places))
        parts = [slice(start, start + at_once) for start in range(0, max(1, len(rows)), at_once)]

        def answers_for(part: slice) -> Floats:
            return self._answers(others, own.take(part), places[part])

        found = np.concatenate([*(pool.map if pool else map)(answers_for, parts)])  # (rows, asked)
        taken = self._design.taken
        return ManyContributions(
            names=self._names,
            usual=found[:, ~taken.any(axis=1)].mean(axis=1),
            answers=found[:, taken.all(axis=1)].mean(axis=1),
            amounts=self._design.amounts(found),
        )

    def _answers(self, others: Cells, own: Cells, places: Ints) -> Floats:
        """Return (rows, asked) what the model answers to each row mixed with the others."""
        rows, asked = len(own), len(self._design.places)
        mix = mixed(
            others.take(np.tile(self._design.places, rows)),
            own.take(np.repeat(np.arange(rows), asked)),
            np.tile(self._design.taken[:, self._player], (rows, 1)),
        )
        found = self._model.answers(mix)
        return found[np.arange(len(found)), np.repeat(places, asked)].reshape(rows, asked)


def _spread(answers: Floats, count: int) -> Ints:
    """Return so many places of rows, evenly along their answers (rows, classes or 1): a systematic sample."""
    if len(answers) <= count:
        return np.arange(len(answers))
    if answers.shape[1] > 2:
        order = np.lexsort((answers.max(axis=1), answers.argmax(axis=1)))
    else:
        order = np.argsort(answers[:, -1], kind="stable")
    return np.asarray(order[((np.arange(count) + 0.5) * len(order) / count).astype(np.int64)])


def _players(model: AnyModel, columns: tuple[str, ...]) -> tuple[tuple[str, ...], Ints]:
    """Return the names of what is told apart, and (columns,) which of them each column belongs to.

    A column that the model does not use goes with another: it moves no answer.
    """
    weights = weights_of(model)
    used = sorted((name for name in columns if weights.get(name)), key=lambda name: -weights[name])
    names = tuple(used[:MOST_NAMED])
    if len(used) > len(names):
        names = (*names, REST)
    player = {name: place for place, name in enumerate(names)}
    return names, np.array([player.get(name, len(names) - 1) for name in columns], dtype=np.int64)


def _design(players: int, others: int, most: int, random: np.random.Generator) -> "_AllSets | _DrawnOrders":
    """Return how to ask about *most* rows, or a few more."""
    if players <= MOST_TRIED:
        return _AllSets(players, min(others, max(1, most >> players)))
    pairs = int(np.clip(most // (2 * (players + 1)), FEWEST_ORDERS, MOST_ORDERS))
    # Each other row equally often, so that the usual answer is the mean of theirs.
    pairs = pairs if pairs <= others else others * -(-pairs // others)
    return _DrawnOrders(players, pairs, others, random)


class _AllSets:
    """Every set of columns, with each of the other rows."""

    def __init__(self, players: int, others: int) -> None:
        self._players, self._others = players, others
        sets = np.arange(1 << players)
        self._has: Flags = (sets[:, None] >> np.arange(players)) % 2 == 1  # (sets, players)
        self.taken: Flags = np.repeat(self._has, others, axis=0)
        self.places: Ints = np.tile(np.arange(others), len(sets))

    def amounts(self, answers: Floats) -> Floats:
        """Return (rows, players): how far each moves the mean answer, on average over sets without it."""
        means = answers.reshape(len(answers), -1, self._others).mean(axis=2)
        sizes = self._has.sum(axis=1)
        # How many of all orders begin with just such a set, and then this column.
        shares = np.array([1 / _orders(self._players, size) for size in range(self._players)])
        found = np.empty((len(answers), self._players))
        for player in range(self._players):
            without = np.flatnonzero(~self._has[:, player])
            steps = means[:, without | (1 << player)] - means[:, without]
            found[:, player] = (shares[sizes[without]] * steps).sum(axis=1)
        return found


class _DrawnOrders:
    """Some orders of the columns and their reverses, each with one of the other rows."""

    def __init__(self, players: int, pairs: int, others: int, random: np.random.Generator) -> None:
        orders = random.permuted(np.tile(np.arange(players), (pairs, 1)), axis=1)
        self._turns: Ints = np.argsort(np.concatenate([orders, orders[:, ::-1]]), axis=1)  # (orders, players)
        steps = np.arange(players + 1)[:, None]
        self.taken: Flags = (self._turns[:, None, :] < steps).reshape(-1, players)
        rows = np.arange(pairs) % others
        self.places: Ints = np.repeat(np.concatenate([rows, rows]), players + 1)

    def amounts(self, answers: Floats) -> Floats:
        """Return (rows, players): how far the answer moves when it is their turn, on average."""
        steps = np.diff(answers.reshape(len(answers), *self._turns.shape[:1], -1), axis=2)
        return np.asarray(np.take_along_axis(steps, self._turns[None], axis=2).mean(axis=1))


def _orders(players: int, size: int) -> int:
    """Return players! / (size! (players - size - 1)!)."""
    return factorial(players) // (factorial(size) * factorial(players - size - 1))
