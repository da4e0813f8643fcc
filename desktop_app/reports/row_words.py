"""The answer to one row in words: what it is, how sure, and what moves it."""

import math
import re
from dataclasses import replace

from desktop_app import counting
from desktop_app.language import _, of_day
from desktop_app.records.asking import Cell, Reason, Reply, Why
from desktop_app.records.decisions import Decision
from desktop_app.records.record import dataclass
from desktop_app.records.results import Evaluation
from desktop_app.reports.answers_meant import yes_and_no
from desktop_app.reports.charts import MOST_SLOTS, Rect
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.verdict_numbers import amounts_of

UNSURE = 0.1  # of a chance: so near to the border, a few other rows would have turned the answer
MOST_REASONS = 6
HARDLY = 0.02  # of the strongest reason: what moves less is not told
HALF = 50.0  # of the width of a bar: reasons go both ways from the middle
_DAY = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$")
_MOMENT = re.compile(r"(.{10})T(\d\d:\d\d)(:00)?")  # seconds are told where there are any


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Whose answer it is: the model's evaluation, what was decided about it, and the unit of its numbers."""

    evaluation: Evaluation
    decision: Decision | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonBar:
    """One reason, and its bar of a hundred: it pushes towards the end, and away towards the beginning."""

    text: str
    x: float
    width: float
    is_up: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeBar:
    """The range of a number among all usual ones, of a hundred."""

    x: float
    width: float
    at: float
    low: str
    high: str


def class_of(reply: Reply) -> str:
    """Return the class that is answered; what was decided about it is in the answer."""
    chances = reply.chances or {}
    return reply.answer or max(chances, key=chances.__getitem__, default="")


def looked_for(asked: Asked, answer: str) -> str:
    """Return the class whose chance is told: of two the one that is looked for, of more the answer."""
    return yes_and_no(asked.evaluation)[0] if len(asked.evaluation.classes) == 2 else answer


def answer_text(reply: Reply, asked: Asked) -> str:
    """Return the answer and how sure it is."""
    if asked.evaluation.task == "regression":
        return text_of("why.row_number", _number_values(reply, asked))
    answer, chances = class_of(reply), reply.chances or {}
    yes = looked_for(asked, answer)
    values = {"answer": answer, "yes": yes, "chance": chance_words(chances.get(yes, 0.0))}
    if not asked.evaluation.is_tested:  # how often its chances come true is not known
        return text_of("brought.row_unsure" if is_undecided(reply, asked) else "brought.row", values)
    if not is_undecided(reply, asked):
        by_itself = max(chances, key=chances.__getitem__, default=answer)
        return text_of("why.row" if answer == by_itself else "why.row_decided", values)
    if len(chances) == 2:
        return text_of("why.row_unsure", values)
    first, second = sorted(chances, key=lambda value: -chances[value])[:2]
    told = {"yes": first, "chance": chance_words(chances[first])}
    return text_of("why.row_unsure_kinds", {**told, "other": second, "next": chance_words(chances[second])})


def is_undecided(reply: Reply, asked: Asked) -> bool:
    """Whether the answer is so near to the border that a person should decide."""
    chances = reply.chances or {}
    if len(chances) < 2:
        return False
    decision = asked.decision
    if len(chances) == 2 and decision and decision.value in chances:
        # Where a border lies near one end, so does most of what is near to it.
        near = 2 * UNSURE * min(decision.chance, 1 - decision.chance)
        return abs(chances[decision.value] - decision.chance) < near
    first, second = sorted(chances.values(), reverse=True)[:2]
    return first - second < (2 * UNSURE if len(chances) == 2 else UNSURE)


def chance_words(chance: float) -> str:
    """Return a chance as a count of 100 that says neither never nor always: no model knows that."""
    counted = counting.right(chance, 100)
    if counted <= 0:
        return text_of("why.row_fewer")
    return text_of("why.row_about", {"count": counted}) if counted < 100 else text_of("why.row_more")


def chance_parts(reply: Reply, asked: Asked) -> tuple[Rect, ...]:
    """Return one bar, 100 long, divided by the chances of the classes, the one that is told of first."""
    chances = reply.chances or {}
    yes = looked_for(asked, class_of(reply))
    ordered = sorted(chances, key=lambda value: (value != yes, -chances[value]))
    shown = ordered if len(ordered) <= MOST_SLOTS else ordered[: MOST_SLOTS - 1]
    told = [(value, chances[value], slot) for slot, value in enumerate(shown, start=1)]
    if len(shown) < len(ordered):
        told.append((_("others"), sum(chances[value] for value in ordered[len(shown) :]), 0))
    parts, reached = [], 0.0
    for value, chance, slot in told:
        title = text_of("why.row_chance", {"answer": value, "chance": chance_words(chance)})
        parts.append(
            Rect(x=round(reached, 3), y=0, width=round(100 * chance, 3), height=10, title=title, slot=slot)
        )
        reached += 100 * chance
    return tuple(parts)


def range_bar(reply: Reply, asked: Asked, usual: tuple[float, float] | None) -> RangeBar | None:
    """Return the range of a number; *usual*: between which ends most numbers of the column lie."""
    if reply.amount is None or reply.low is None or reply.high is None:
        return None
    ends = (reply.low, reply.high, reply.amount, *(usual or ()))
    least, most = min(ends), max(ends)
    if not math.isfinite(most - least) or most <= least:
        return None

    def at(value: float) -> float:
        return float(round(100 * (value - least) / (most - least), 2))

    spread = most - least
    return RangeBar(
        x=at(reply.low),
        width=round(at(reply.high) - at(reply.low), 2),
        at=at(reply.amount),
        low=amount_text(least, asked, beside=spread),
        high=amount_text(most, asked, beside=spread),
    )


def amount_text(amount: float, asked: Asked, *, beside: float) -> str:
    """Return a number of the target with its unit, no finer than the spread *beside* it."""
    return _with_unit(amounts_of(asked.evaluation).level(amount, beside=beside), asked)


def turned(why: Why, asked: Asked) -> Why:
    """Return the same reasons, of two classes for the one whose chance is told: they say the same of both."""
    yes = looked_for(asked, why.value)
    if not why.value or why.value == yes:
        return why
    reasons = tuple(replace(reason, amount=-reason.amount) for reason in why.reasons)
    return Why(value=yes, usual=1 - why.usual, answer=1 - why.answer, reasons=reasons)


def reasons_title(why: Why, asked: Asked, spread: float) -> str:
    """Return from what usual answer the reasons lead to which one."""
    if asked.evaluation.task == "regression":
        usual, answer = (amount_text(one, asked, beside=spread) for one in (why.usual, why.answer))
        return text_of("why.reasons_number", {"usual": usual, "answer": answer})
    values = {"usual": chance_words(why.usual), "chance": chance_words(why.answer), "yes": why.value}
    return text_of("why.reasons", values)


def reason_bars(why: Why, asked: Asked) -> tuple[ReasonBar, ...]:
    """Return the reasons, the strongest first, and last what all others do together."""
    total = sum(abs(reason.amount) for reason in why.reasons)
    longest = max((abs(reason.amount) for reason in why.reasons), default=0.0)
    if not longest or not math.isfinite(total):
        return ()
    named = [reason for reason in why.reasons if reason.column][:MOST_REASONS]
    told = [reason for reason in named if abs(reason.amount) > HARDLY * longest]
    rest = sum(reason.amount for reason in why.reasons) - sum(reason.amount for reason in told)
    longest = max(longest, abs(rest))

    def bar(text: str, amount: float) -> ReasonBar:
        width = round(HALF * abs(amount) / longest, 2)
        return ReasonBar(text=text, x=HALF if amount > 0 else HALF - width, width=width, is_up=amount > 0)

    bars = [bar(_reason_text(one, why, total, asked), one.amount) for one in told]
    if abs(rest) > HARDLY * longest:
        bars.append(bar(_rest_text(rest, why, total, asked), rest))
    return tuple(bars)


def cell_words(cell: Cell, *, beside: Cell = None) -> str:
    """Return a cell as a sentence names it, perhaps *beside* another one of its column."""
    if cell is None:
        return text_of("why.empty")
    if not isinstance(cell, float):
        return of_day(_MOMENT.sub(r"\1 \2", cell)) if _DAY.match(cell) else cell
    return counting.as_read(cell, beside=(beside,) if isinstance(beside, float) else ())


def _number_values(reply: Reply, asked: Asked) -> dict[str, object]:
    low, high, amount = reply.low, reply.high, reply.amount
    if amount is None:
        return {"value": reply.answer}
    if low is None or high is None:
        return {"value": amount_text(amount, asked, beside=abs(amount))}
    ends = (("value", amount), ("low", low), ("high", high))
    return {name: amount_text(end, asked, beside=high - low) for name, end in ends}


def _reason_text(reason: Reason, why: Why, total: float, asked: Asked) -> str:
    values = {"column": reason.column, "value": cell_words(reason.cell)}
    if asked.evaluation.task == "regression":
        code = "why.reason_more" if reason.amount > 0 else "why.reason_less"
        return text_of(code, {**values, "amount": _near(reason.amount, asked)})
    code = "why.reason_up" if reason.amount > 0 else "why.reason_down"
    return text_of(code, {**values, "yes": why.value, "strength": _strength(reason.amount, total)})


def _rest_text(rest: float, why: Why, total: float, asked: Asked) -> str:
    if asked.evaluation.task == "regression":
        return text_of("why.rest_more" if rest > 0 else "why.rest_less", {"amount": _near(rest, asked)})
    code = "why.rest_up" if rest > 0 else "why.rest_down"
    return text_of(code, {"yes": why.value, "strength": _strength(rest, total)})


def _strength(amount: float, total: float) -> str:
    share = abs(amount) / total
    if share > 1 / 3:
        return text_of("why.strength.lot")
    return text_of("why.strength.some" if share > 1 / 10 else "why.strength.little")


def _near(amount: float, asked: Asked) -> str:
    return _with_unit(amounts_of(asked.evaluation).near(abs(amount)), asked)


def _with_unit(text: str, asked: Asked) -> str:
    return f"{text} {asked.unit}" if asked.unit else text
