"""What each kind of model answers from its features, as formulas."""

from collections.abc import Callable

import numpy as np

from desktop_app.engine.arrays import Ints
from desktop_app.engine.kinds.questions import LEAF
from desktop_app.models.handover.portable import Plain
from desktop_app.models.handover.workbook.cells import Learned, Work, number
from desktop_app.models.handover.workbook.features import GAP_LEFT, GAP_RIGHT, Features
from desktop_app.models.handover.workbook.trees import Asked, Said, TreeFormulas, conditions

_AT_ONCE = 100  # summands of a formula
_STEEPEST = 700  # beyond it a power is no number any more


class Kinds:
    """Writes the answers of one kind after the other."""

    def __init__(self, work: Work, learned: Learned, features: Features) -> None:
        self._work, self._learned, self._features = work, learned, features
        self._readers: dict[str, Callable[[Plain], list[str]]] = {
            "lines": self._lines,
            "curves": self._curves,
            "layers": self._layers,
            "questions": self._questions,
            "forest": self._forest,
            "boosting": self._boosting,
        }

    def answers(self, member: Plain) -> list[str]:
        """Return the cells of the chances of the classes that it tells apart, or of one amount."""
        found = self._readers[member["reads"]](member)
        if member["classes"] is None:
            if member["factor"] is None:
                return found
            amount = f"(EXP(MAX({found[0]},0))-1)*{number(member['factor'])}"
            return [self._work.add("amount", amount)]
        return found if member["reads"] in ("forest", "questions") else self._chances(found)

    def _lines(self, member: Plain) -> list[str]:
        features = self._features.as_range()
        return [
            self._work.add(
                "line", f"{number(start)}+SUMPRODUCT({features},{self._learned.row('line', weights)})"
            )
            for weights, start in zip(member["weights"], member["start"], strict=True)
        ]

    def _curves(self, member: Plain) -> list[str]:
        features, points = self._features.as_range(), np.asarray(member["points"], dtype=np.float64)
        at = self._learned.rows("points", points.T)
        far = self._learned.row("points: far", (points**2).sum(axis=1))
        squared = self._work.add("curve: far", f"SUMSQ({features})")
        bends = f"EXP(-{number(member['width'])}*({far}+{squared}-2*MMULT({features},{at})))"
        return [
            self._work.add(
                "curve", f"{number(start)}+SUMPRODUCT({bends},{self._learned.row('bends', weights)})"
            )
            for weights, start in zip(np.asarray(member["weights"]).T, member["start"], strict=True)
        ]

    def _layers(self, member: Plain) -> list[str]:
        before, cells = self._features.as_range(), [""]
        layers = list(zip(member["weights"], member["starts"], strict=True))
        for place, (weights, starts) in enumerate(layers):
            sums = [
                f"{number(start)}+SUMPRODUCT({before},{self._learned.row('unit', own)})"
                for own, start in zip(np.asarray(weights, dtype=np.float64).T, starts, strict=True)
            ]
            if place < len(layers) - 1:
                before = self._work.add_all("unit", [f"MAX(0,{one})" for one in sums])
            else:
                cells = sums
        if member["classes"] is None:
            cells = [f"({one})*{number(member['spread'])}+{number(member['center'])}" for one in cells]
        return [self._work.add("network", one) for one in cells]

    def _questions(self, member: Plain) -> list[str]:
        cells = self._features.as_cells("plain")
        own, is_leaf = np.arange(len(member["asked"])), member["asked"] == LEAF
        tree = {
            "left": np.where(is_leaf, own, own + 1),  # a yes comes next
            "right": np.where(is_leaf, own, member["noes"]),
        }

        def asked(node: int) -> str:
            gap = GAP_LEFT if member["empties"][node] else GAP_RIGHT
            cell = cells[member["asked"][node]]
            codes = member["codes"][member["starts"][node] : member["starts"][node + 1]].tolist()
            if not codes:
                border = self._learned.row("border", [member["borders"][node]])
                return f"{self._features.with_gap(cell, gap)}<{border}"
            listed, empty = self._learned.row("one of", codes), bool(member["empties"][node])
            return f'IF({cell}="",{str(empty).upper()},SUMPRODUCT(--({listed}={cell}))>0)'

        written = TreeFormulas(self._work, tree, asked, lambda node: str(node + 1))
        at = self._work.add("questions: end", written.of(0))
        return [
            self._work.add("questions", f"INDEX({self._learned.row('answers', answers)},{at})")
            for answers in np.asarray(member["answers"]).T
        ]

    def _forest(self, member: Plain) -> list[str]:
        """Return the mean of what the leaves say that a row reaches, tree by tree."""
        roots, values = member["roots"], np.asarray(member["values"])
        ends = np.append(roots[1:], len(values))
        is_leaf = member["left"] == np.arange(len(values))
        numbers = np.cumsum(is_leaf)
        asked = self._asked(member)
        summands: list[list[str]] = [[] for _ in values.T]
        for root, end in zip(roots.tolist(), ends.tolist(), strict=True):
            places = numbers - int(numbers[root] - is_leaf[root])
            written = TreeFormulas(self._work, member, asked, _text_of(places))
            leaf = self._work.add("tree", written.of(root))
            own = values[root:end][is_leaf[root:end]]
            for answer, listed in enumerate(own.T):
                summands[answer].append(f"INDEX({self._learned.row('leaves', listed)},{leaf})")
        return [self._mean(several) for several in summands]

    def _mean(self, summands: list[str]) -> str:
        parts = [summands[start : start + _AT_ONCE] for start in range(0, len(summands), _AT_ONCE)]
        sums = self._work.add_all("sum", ["+".join(part) for part in parts])
        return self._work.add("mean", f"SUM({sums})/{len(summands)}")

    def _boosting(self, member: Plain) -> list[str]:
        values = np.asarray(member["values"])[:, 0]
        asked = self._asked(member)
        written = TreeFormulas(self._work, member, asked, lambda node: f"{values[node]:.10g}".upper())
        answers = int(member["answers"])
        sums = []
        for answer, start in enumerate(np.ravel(member["start"]).tolist()):
            trees = [written.of(root) for root in member["roots"].tolist()[answer::answers]]
            sums.append(self._work.add("sum", f"{number(start)}+SUM({self._work.add_all('tree', trees)})"))
        return sums

    def _asked(self, member: Plain) -> Asked:
        return conditions(member, self._features, self._features.as_cells(member["form"]))

    def _chances(self, sums: list[str]) -> list[str]:
        """Return the cells of chances from sums, of which two classes have one."""
        work = self._work
        if len(sums) == 1:
            chance = work.add("chance", f"1/(1+EXP(MIN({_STEEPEST},-{sums[0]})))")
            return [work.add("chance", f"1-{chance}"), chance]
        most = work.add("most", f"MAX({','.join(sums)})")
        powers = work.add_all("power", [f"EXP({one}-{most})" for one in sums])
        total = work.add("powers", f"SUM({powers})")
        return [work.add("chance", f"EXP({one}-{most})/{total}") for one in sums]


def _text_of(places: Ints) -> Said:
    """Return what says of a leaf which one of its tree it is."""
    return lambda node: str(int(places[node]))
