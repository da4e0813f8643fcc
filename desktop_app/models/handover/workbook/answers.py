"""The answer of a whole model as formulas: all kinds together, the range, and what a person decided."""

from dataclasses import dataclass

import numpy as np

from desktop_app.models.handover.portable import Plain
from desktop_app.models.handover.workbook.cells import Learned, Work, number
from desktop_app.models.handover.workbook.features import Features
from desktop_app.models.handover.workbook.inputs import Inputs
from desktop_app.models.handover.workbook.kinds import Kinds
from desktop_app.models.handover.workbook.lines import between
from desktop_app.records.decisions import Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """The cells of a line that hold its answer."""

    answer: str  # a class or an amount
    chances: tuple[str, ...] = ()  # one a class
    chance: str = ""  # of the class that is answered
    low: str = ""
    high: str = ""


def answered(
    work: Work, learned: Learned, model: Plain, inputs: Inputs, decision: Decision | None
) -> Answered:
    """Return where the answer stands; *decision* is about one of two classes."""
    found = _blended(work, learned, model, inputs)
    if model["classes"]:
        return _as_class(work, learned, model, found, decision)
    return _as_amount(work, learned, model, found[0])


def _blended(work: Work, learned: Learned, model: Plain, inputs: Inputs) -> list[str]:
    """Return the weighted mean of all kinds; the simplest guess has the rest to 1."""
    simplest = model["simplest"].tolist()
    if not model["members"] or model["prepared"] is None:
        return [number(one) for one in simplest]
    kinds = Kinds(work, learned, Features(work, learned, model, inputs))
    rest = max(0.0, 1 - sum(member["weight"] for member in model["members"]))
    sums = [number(rest * one) for one in simplest]
    for member in model["members"]:
        settled = _settled(work, model, kinds.answers(member), member)
        weight = number(member["weight"])
        sums = [f"{before}+{weight}*{one}" for before, one in zip(sums, settled, strict=True)]
    return sums


def _settled(work: Work, model: Plain, own: list[str], member: Plain) -> list[str]:
    """Return amounts within what was seen, or chances of which none is 0; the simplest guess for faults."""
    simplest = model["simplest"].tolist()
    if member["classes"] is None:
        low, high = number(model["lowest"]), number(model["highest"])
        usual = number(np.clip(simplest[0], model["lowest"], model["highest"]))
        return [work.add("answer of a kind", f"IFERROR(MAX({low},MIN({high},{own[0]})),{usual})")]
    places = dict(zip(member["classes"].tolist(), own, strict=True))
    weight = float(model["weight"])
    total = work.add("chances of a kind", f"{'+'.join(own)}+{number(weight)}")
    settled = [
        f"IFERROR(({places[place]}+{number(weight * usual)})/{total},{number(usual)})"
        if place in places
        else f"IFERROR({number(weight * usual)}/{total},{number(usual)})"
        for place, usual in enumerate(simplest)
    ]
    return [work.add("chance of a kind", one) for one in settled]


def _as_class(
    work: Work, learned: Learned, model: Plain, found: list[str], decision: Decision | None
) -> Answered:
    classes = list(model["classes"])
    chances = work.add_all("chance", found)
    cells = tuple(f"INDEX({chances},{place})" for place in range(1, len(classes) + 1))
    place = f"MATCH(MAX({chances}),{chances},0)"
    if decision is not None:
        decided = classes.index(decision.value)
        place = f"IF({cells[decided]}>={number(decision.chance)},{decided + 1},{2 - decided})"
    at = work.add("place of the answer", place)
    return Answered(
        answer=work.add("answer", f"INDEX({learned.row('classes', classes)},{at})"),
        chances=tuple(work.add("chance shown", cell) for cell in cells),
        chance=work.add("chance of the answer", f"INDEX({chances},{at})"),
    )


def _as_amount(work: Work, learned: Learned, model: Plain, found: str) -> Answered:
    amount = work.add("answer", found)
    ranges = model["range"]
    if ranges is None:
        return Answered(answer=amount)
    ends, low, high = [], number(model["lowest"]), number(model["highest"])
    for name in ("below", "above"):
        far = between(work, learned, name, amount, (ranges["answers"], ranges[name]))
        ends.append(work.add(name, f"MAX({low},MIN({high},{amount}+{far}))"))
    return Answered(answer=amount, low=ends[0], high=ends[1])
