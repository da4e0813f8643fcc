"""What a page, a report and the command line say of models of which each group has its own."""

from desktop_app.records.each import Each
from desktop_app.reports.notice_words import text_of


def each_lines(each: Each) -> tuple[str, ...]:
    """Return the sentences on all groups together: what they gain, how many can be trusted, which are odd."""
    better, unclear, few = (each.levels(level) for level in ("better", "unclear", "few"))
    counts = {"of": each.count, "better": better, "unclear": unclear, "few": few, "chance": each.by_chance}
    odd = sum(bool(group.odd) for group in each.groups)
    said = (
        text_of("each.pooled", {"column": each.column}) if each.is_pooled else _own(each),
        text_of("each.better", counts),
        text_of("each.unclear", counts) if unclear else "",
        text_of("each.few", counts) if few else "",
        text_of("each.odd", {"count": odd}) if odd else "",
    )
    return tuple(text for text in said if text)


def _own(each: Each) -> str:
    ends = {"value": each.gain.value, "low": each.gain.low, "high": each.gain.high}
    gain = {key: round(100 * share) for key, share in ends.items()}
    borrowing = {"borrowing": each.borrowing, "of": len(each.groups)}
    said = (
        text_of("each.lead", {"count": len(each.groups), "column": each.column}),
        text_of("each.less_off", gain) if each.gain.low > 0 else text_of("each.no_less"),
        text_of("each.borrowing", borrowing) if each.borrowing else "",
    )
    return " ".join(text for text in said if text)
