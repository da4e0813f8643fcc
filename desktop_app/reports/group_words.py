"""Groups of rows in words: their names, their figures, and whether the gap between two is more than luck."""

from desktop_app import counting
from desktop_app.records.groups import ComparedGroups, Figure, Gap, Group, GroupMeasure
from desktop_app.records.record import dataclass
from desktop_app.records.results import Evaluation
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.step_words import moment_text
from desktop_app.reports.verdict_numbers import amounts_of

AMOUNTS: tuple[GroupMeasure, ...] = ("miss", "lean")
WRONG: tuple[GroupMeasure, ...] = ("false", "miss")  # less of it is better
# What is said of a gap that is more than luck, and of one that may be luck.
_GAPS: dict[GroupMeasure, tuple[str, str]] = {
    "said": ("why.gap_said", "why.gap_said_unclear"),
    "found": ("why.gap", "why.gap_unclear"),
    "false": ("why.gap_false", "why.gap_false_unclear"),
    "right": ("why.gap_right", "why.gap_right_unclear"),
    "miss": ("why.gap_miss", "why.gap_miss_unclear"),
    "lean": ("why.gap_lean", "why.gap_lean_unclear"),
}
_TITLES: dict[GroupMeasure, str] = {
    "found": "groups.title.found",
    "right": "groups.title.right",
    "miss": "groups.title.miss",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupWords:
    """Writes the figures of one training's groups, all with one denominator."""

    compared: ComparedGroups
    evaluation: Evaluation

    @property
    def of(self) -> int:
        """What shares are counted out of: a hundred at most where a group has fewer rows than the page."""
        page = counting.page_of(self.evaluation)
        rows = (figure.rows for group in self.compared.groups for figure in group.figures)
        return page if page <= min(rows, default=page) else min(page, counting.DENOMINATORS[0])

    @property
    def _amounts(self) -> counting.Amounts:
        """How amounts are written, which stand side by side."""
        figures = (figure for group in self.compared.groups for figure in group.figures)
        return amounts_of(self.evaluation).alike(one.value for one in figures if one.measure in AMOUNTS)

    def name(self, group: Group) -> str:
        """Return what a group is called: its value, or from where to where it reaches."""
        if group.is_empty:
            return text_of("groups.empty")
        if group.low is None or group.high is None:
            return group.label
        low, high = self.end(group.low), self.end(group.high)
        return low if low == high else text_of("groups.between", {"low": low, "high": high})

    def end(self, value: float) -> str:
        """Return where a range begins or ends: a number, or a date."""
        return moment_text(value) if self.compared.kind == "date" else counting.as_read(value)

    def written(self, measure: GroupMeasure, value: float) -> str:
        """Return a figure as it stands in a sentence or a table."""
        if measure == "lean":
            return self._leaning(value)
        if measure == "miss":
            return self._amounts.near(value)
        return str(counting.count(value, self.of, is_wrong=measure in WRONG))

    def range(self, figure: Figure) -> tuple[str, str]:
        """Return the low and the high end of a figure's range."""
        if figure.measure == "lean":
            return self._leaning(figure.low), self._leaning(figure.high)
        return self._ends(figure.measure, figure.low, figure.high)

    def gap(self, gap: Gap) -> str:
        """Return whether two groups differ by more than luck, with their figures."""
        more, less = self.compared.groups[gap.more], self.compared.groups[gap.less]
        low, high = self._ends(gap.measure, max(0.0, gap.low), gap.high)
        clear, unclear = _GAPS[gap.measure]
        values: dict[str, object] = {
            "value_a": self.name(more),
            "value_b": self.name(less),
            "found_a": self._of(more, gap.measure),
            "found_b": self._of(less, gap.measure),
            "yes": self.compared.value,
            "of": self.of,
            "gap": self._gap(gap),
            "low": low,
            "high": high,
            "count": more.rows + less.rows,
        }
        return text_of(clear if gap.is_clear else unclear, values)

    def title(self, measure: GroupMeasure) -> str:
        """Return the sentence over the picture of one measure."""
        return text_of(_TITLES[measure], {"column": self.compared.column, "yes": self.compared.value})

    def _of(self, group: Group, measure: GroupMeasure) -> str:
        figure = group.figure(measure)
        return self.written(measure, figure.value) if figure else ""

    def _gap(self, gap: Gap) -> str:
        if gap.measure in AMOUNTS:
            return self._amounts.near(gap.value)
        more, less = (self._of(self.compared.groups[place], gap.measure) for place in (gap.more, gap.less))
        if more.isdecimal() and less.isdecimal():
            return str(int(more) - int(less))  # that of the counts which are read beside it
        return str(counting.count(gap.value, self.of))

    def _ends(self, measure: GroupMeasure, low: float, high: float) -> tuple[str, str]:
        if measure in AMOUNTS:
            return self._amounts.low(low), self._amounts.high(high)
        return str(counting.low(low, self.of)), str(counting.high(high, self.of))

    def _leaning(self, value: float) -> str:
        miss = self._amounts.near(abs(value))
        if self._amounts.less(abs(value)) or not any(digit in "123456789" for digit in miss):
            return text_of("groups.neither")
        return text_of("groups.too_high" if value > 0 else "groups.too_low", {"miss": miss})


def main_measure(compared: ComparedGroups) -> GroupMeasure | None:
    """Return the measure that is drawn: the first that two groups at least have."""
    measures: tuple[GroupMeasure, ...] = ("found", "right", "miss")
    return next(
        (
            measure
            for measure in measures
            if sum(group.figure(measure) is not None for group in compared.groups) > 1
        ),
        None,
    )


def told_gaps(words: GroupWords) -> tuple[str, ...]:
    """Return what is said of gaps: each that is more than luck, or else that of the measure that is drawn."""
    compared = words.compared
    clear = [gap for gap in compared.gaps if gap.is_clear]
    if clear:
        return tuple(words.gap(gap) for gap in clear)
    drawn = main_measure(compared)
    if drawn is None:
        return (text_of("groups.one", {"column": compared.column}),)
    luck = text_of("groups.all_luck", {"column": compared.column, "rows": compared.rows})
    return (luck, *(words.gap(gap) for gap in compared.gaps if gap.measure == drawn))


def told_stand_ins(compared: ComparedGroups) -> tuple[str, ...]:
    """Return which columns tell the group, and whether the model looks at the group itself."""
    used = text_of("groups.used" if compared.is_used else "groups.not_used", {"column": compared.column})
    told = [
        text_of("why.stand_in", {"column": one.column, "group": compared.column})
        for one in compared.stand_ins
    ]
    return (used, *(told or [text_of("groups.no_stand_in", {"group": compared.column})]))


def told_others(compared: ComparedGroups) -> str:
    """Return how many values are not shown; nothing where all are."""
    if not compared.others:
        return ""
    values = {"column": compared.column, "count": compared.others, "rows": compared.rows_of_others}
    return text_of("groups.others", values)
