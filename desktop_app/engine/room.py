"""How much of the room in another program's form a model takes at most, known before it is learned.

What each kind may take is bounded beforehand, and kinds are put together only as far as there is room. The
form itself is asked at the end.
"""

import math
from collections.abc import Sequence
from dataclasses import replace

from desktop_app.engine.effort import FEWEST_ROUNDS, Effort, checkpoints, rate_of
from desktop_app.engine.features.means import MOST_ANSWERS
from desktop_app.engine.kinds.kernel import MOST_POINTS
from desktop_app.engine.kinds.network import SIZES
from desktop_app.engine.kinds.portfolio import KINDS
from desktop_app.engine.material import Material
from desktop_app.engine.model import Recipe
from desktop_app.engine.size import Size
from desktop_app.records.handover import WORKBOOK, NarrowForm, Room
from desktop_app.records.results import KindName

_FEWER_LEAVES = (15, 8)
_LEAVES: dict[KindName, int] = {"boosting_small": 7, "boosting_large": 63}  # where the kind itself says it
_FOREST_TREES = 20  # more of them would have to be shorter, and that is worse from here on
_AS_FULL = 0.75  # as they may be, trees of a forest are at most in practice
_FULL = 1.0
_OF_A_COLUMN = 8  # formulas for each, beside its features
_OF_AN_ANSWER = 4  # formulas of each kind


def narrowed(effort: Effort, size: Size, room: Room) -> Effort:
    """Return the same for a model that must fit: smaller trees and fewer of them, and only kinds that can."""
    outputs = size.outputs
    leaves = next(
        (few for few in (effort.leaves, *_FEWER_LEAVES) if _rounds(room, outputs, few) >= FEWEST_ROUNDS),
        min(effort.leaves, _FEWER_LEAVES[-1]),
    )
    rounds = max(1, min(effort.rounds[-1], _rounds(room, outputs, leaves)))
    trees = min(effort.trees, _FOREST_TREES)
    rows = min(size.rows, KINDS["forest"].most_rows)
    nodes = min(room.nodes, 2 * room.numbers / size.answers) / _AS_FULL
    found = replace(
        effort,
        room=room,
        rounds=checkpoints(rounds),
        rate=rate_of(rounds),
        leaves=leaves,
        trees=trees,
        leaf_rows=max(effort.leaf_rows, math.ceil(2 * trees * rows / nodes)),
    )
    kept = {
        kind: seconds
        for kind, seconds in zip(effort.kinds, effort.seconds, strict=True)
        if taken(kind, float(found.rounds[0]), found, size) <= _FULL
    }
    return replace(found, kinds=tuple(kept), seconds=tuple(kept.values()))


def taken(kind: KindName, setting: float, effort: Effort, size: Size) -> float:
    """Return the share of the effort's room, or else of a workbook's, that a kind takes at most."""
    room = effort.room or WORKBOOK
    nodes, numbers, formulas = _extent(kind, setting, effort, size)
    return max(nodes / room.nodes, numbers / room.numbers, formulas / room.formulas)


def taken_by(material: Material, recipe: Recipe) -> float:
    """Return the share of its room that a recipe takes at most; 0 where it may take as much as it likes."""
    if material.effort.room is None:
        return 0.0
    return _of_recipe(material, recipe)


def shares_of(material: Material, several: Sequence[tuple[str, float]]) -> list[float]:
    """Return the same for kinds with their settings, each alone; the simplest guess takes nothing."""
    effort = material.effort
    if effort.room is None:
        return [0.0] * len(several)
    size, names = Size.of(material.cells, material.target), {name: name for name in KINDS}
    return [taken(names[kind], setting, effort, size) if kind in names else 0.0 for kind, setting in several]


def settings_with_room(material: Material, kind: KindName, settings: Sequence[float]) -> list[int]:
    """Return the places of the settings for which there is room: of boosting, so many rounds."""
    shares = shares_of(material, [(kind, setting) for setting in settings])
    return [place for place, share in enumerate(shares) if share <= _FULL]


def held_by(material: Material, recipe: Recipe) -> tuple[NarrowForm, ...]:
    """Return which forms surely hold what a recipe gives."""
    if material.cells.layout.texts:
        return ()
    is_held = _of_recipe(material, recipe) + _of_columns(material) <= _FULL
    return ("xlsx", "onnx") if is_held else ("onnx",)


def _of_recipe(material: Material, recipe: Recipe) -> float:
    size = Size.of(material.cells, material.target)
    return sum(part.copies * taken(part.kind, part.setting, material.effort, size) for part in recipe)


def _of_columns(material: Material) -> float:
    """Return the share of a workbook that the columns take, whatever is learned from them."""
    size, columns = Size.of(material.cells, material.target), len(material.cells.layout.names)
    means = size.outputs + 2 if size.answers <= MOST_ANSWERS else 1
    numbers = means * sum(map(len, material.cells.levels))
    formulas = _OF_A_COLUMN * columns + size.wide
    return max(numbers / WORKBOOK.numbers, formulas / WORKBOOK.formulas)


def _rounds(room: Room, outputs: int, leaves: int) -> int:
    """Return for how many rounds of boosting there is room."""
    return min(room.nodes // (2 * leaves - 1), room.formulas // 2) // outputs


def _extent(kind: KindName, setting: float, effort: Effort, size: Size) -> tuple[float, float, float]:
    """Return the nodes, the numbers in lists, and the formulas of a kind at most."""
    rows = min(size.rows, KINDS[kind].most_rows)
    nodes = numbers = formulas = 0.0
    match kind:
        case "linear":
            numbers = size.wide * size.outputs
        case "kernel":
            points = min(MOST_POINTS, max(1, rows // 2))
            numbers = points * (size.wide + 1 + size.outputs)
        case "network":
            first, second = SIZES
            numbers, formulas = first * (size.wide + second) + second * size.answers, sum(SIZES)
        case "forest":
            # What must fit is asked at the end; of what need not, it is said that it surely does.
            full = _AS_FULL if effort.room else 1.0
            leaves = full * effort.trees * max(1, rows // effort.leaf_rows)
            nodes, numbers, formulas = 2 * leaves, leaves * size.answers, effort.trees
        case "boosting" | "boosting_small" | "boosting_log" | "boosting_large":
            formulas = setting * size.outputs
            nodes = formulas * (2 * _LEAVES.get(kind, effort.leaves) - 1)
    return nodes, numbers, formulas + _OF_AN_ANSWER * size.answers
