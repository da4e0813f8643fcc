"""Groups that have a model each as a table: all of them on their page, a few of them in a report."""

from collections.abc import Iterable, Sequence
from statistics import median

from desktop_app.counting import Amounts, amounts
from desktop_app.language import _, number
from desktop_app.records.each import Each, GroupResult
from desktop_app.records.record import dataclass
from desktop_app.records.results import Evaluation
from desktop_app.reports.each_words import MOST_NAMED
from desktop_app.reports.notice_words import text_of


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupLine:
    """A group of the list: its name, a word for it, numbers, and what is odd of it."""

    name: str
    level: str
    odd: tuple[str, ...]
    cells: tuple[str, ...]  # rows, off by, one model for all, simplest guess, of its own


def group_heads(evaluation: Evaluation, each: Each) -> tuple[str, ...]:
    """Return the names of the numbers; where one model answers for all, there is no other beside it."""
    off = _("Off by") if evaluation.task == "regression" else _("Wrong")
    if each.is_pooled:
        return _("Rows"), off, _("Simplest guess")
    return _("Rows"), off, _("One model for all"), _("Simplest guess"), _("Own")


def group_lines(evaluation: Evaluation, each: Each, groups: Sequence[GroupResult]) -> tuple[GroupLine, ...]:
    """Return a line for each of some groups; the digits of amounts are those that count in most of them."""
    written = _amounts_of(evaluation, groups)
    return tuple(_line(one, written, each) for one in groups)


def worst_first(groups: Iterable[GroupResult]) -> list[GroupResult]:
    """Return the odd groups first, then the others as far as they were tested, the worst first."""
    return sorted(groups, key=lambda one: (not one.odd, not one.tested, -one.badness))


def few_groups(each: Each) -> list[GroupResult]:
    """Return a few odd groups, then the worst and the best of those that can be told; all where few are."""
    ranked = worst_first(each.groups)
    if len(ranked) <= 3 * MOST_NAMED:
        return ranked
    odd = [one for one in ranked if one.odd][:MOST_NAMED]
    usual = [one for one in ranked if not one.odd and one.level != "few"]
    ends = usual if len(usual) <= 2 * MOST_NAMED else [*usual[:MOST_NAMED], *usual[-MOST_NAMED:]]
    return [*odd, *ends]


def _amounts_of(evaluation: Evaluation, groups: Sequence[GroupResult]) -> Amounts | None:
    """Return how amounts are written; None: errors are shares that are wrong.

    By the middle one: by the largest, of few groups that are far off, most would look like their guesses.
    """
    if evaluation.task != "regression":
        return None
    sizes = [size for one in groups for size in (one.error, one.pooled, one.simple)]
    tested = max((one.tested for one in groups), default=1)
    written = amounts(tested=max(1, tested), decimals=evaluation.decimals)
    return written.alike([median(sizes)] if sizes else ())


def _line(group: GroupResult, written: Amounts | None, each: Each) -> GroupLine:
    def off(error: float) -> str:
        if not group.tested:
            return ""
        return written.near(error) if written else f"{100 * error:.0f} %"

    rows, (error, pooled, simple) = number(group.rows), map(off, (group.error, group.pooled, group.simple))
    own = f"{100 * group.own:.0f} %"
    return GroupLine(
        name=group.name,
        level=text_of(f"each.level.{group.level}"),
        odd=tuple(text_of(f"each.odd.{one}") for one in group.odd),
        cells=(rows, error, simple) if each.is_pooled else (rows, error, pooled, simple, own),
    )
