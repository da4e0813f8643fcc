"""All figures of each group as a table: on the page that compares groups, and in a report."""

from desktop_app.language import _, mark, number, say
from desktop_app.records.groups import Group, GroupMeasure
from desktop_app.records.record import dataclass
from desktop_app.reports.group_words import GroupWords

_KINDS: dict[GroupMeasure, str] = {
    "said": mark('Says "{yes}"'),
    "found": mark("Finds"),
    "false": mark("False alarms"),
    "right": mark("Right"),
}
_AMOUNTS: dict[GroupMeasure, str] = {"miss": mark("Off by"), "lean": mark("Too high or too low")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A figure and its range; nothing where too few rows tell it."""

    figure: str = ""
    range: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One group."""

    name: str
    rows: str
    cells: tuple[Cell, ...]  # none where there are too few rows to say anything


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupTable:
    """A line for each group, a column for each measure."""

    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    legend: str  # what its numbers count


def group_table(words: GroupWords) -> GroupTable:
    """Return the figures of the groups in their order."""
    measures = _KINDS if words.evaluation.classes else _AMOUNTS
    return GroupTable(
        heads=tuple(say(head, {"yes": words.compared.value}) for head in measures.values()),
        lines=tuple(_line(words, group, tuple(measures)) for group in words.compared.groups),
        legend=_legend(words),
    )


def _line(words: GroupWords, group: Group, measures: tuple[GroupMeasure, ...]) -> Line:
    cells = [_cell(words, group, measure) for measure in measures] if group.figures else []
    return Line(name=words.name(group), rows=number(group.rows), cells=tuple(cells))


def _cell(words: GroupWords, group: Group, measure: GroupMeasure) -> Cell:
    figure = group.figure(measure)
    if figure is None:
        return Cell()
    low, high = words.range(figure)
    ends = say("{low} to {high}", {"low": low, "high": high})
    return Cell(figure=words.written(measure, figure.value), range=ends)


def _legend(words: GroupWords) -> str:
    if not words.evaluation.classes:
        return _("On average over the rows of a group. Each number comes with its range.")
    return say(
        'All numbers are out of {of}. Finds: of those that are really "{yes}". False alarms: of those that '
        "are not. Each number comes with its range.",
        {"of": words.of, "yes": words.compared.value},
    )
