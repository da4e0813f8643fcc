"""Odd rows in words: whether any stand out, and the cells for which each does."""

from desktop_app.records.notices import Value
from desktop_app.records.oddness import NearlySame, NearPair, Oddness, OddReason, OddRow, Repeats
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.value_words import day_text, number_texts
from desktop_app.reports.verdict_words import VerdictWords


def oddness_words(oddness: Oddness, *, is_seen: bool = False) -> VerdictWords:
    """Return how far the odd rows may be relied on; *is_seen*: somebody has looked at some."""
    level, shared = oddness.level, oddness.shared
    values: dict[str, Value] = {
        "count": oddness.count,
        "by_chance": text_of(
            f"odd.by_chance_{'far' if oddness.are_far else 'most'}", {"count": oddness.by_chance}
        ),
    }
    if shared:
        what = text_of(f"odd.what_{shared.kind}", _values(shared))
        values |= {
            "column": shared.column,
            "share": oddness.sharing,
            "of": oddness.looked_at,
            "what": what,
        }
    support = text_of(f"verdict.{level}.odd.body" if oddness.count else "odd.nothing", values)
    if is_seen and level == "weak":
        support = str(values["by_chance"])
    return VerdictWords(
        level=level,
        badge=text_of(f"verdict.level.{level}.odd"),
        line="",
        headline=text_of(f"verdict.{level}.odd.head", values),
        support=support,
        help=text_of(f"verdict.{level}.odd.help", values),
        extras=(),
    )


def repeats_text(repeats: Repeats) -> str:
    """Return how many rows stand in the table more than once."""
    if not repeats.but:
        return text_of("odd.twice", {"count": repeats.rows})
    return text_of("odd.twice_but", {"count": repeats.rows, "columns": list(repeats.but)})


def nearly_text(nearly: NearlySame) -> str:
    """Return how many pairs of rows are the same but for one cell that hardly differs."""
    return text_of("odd.nearly", {"count": nearly.count})


def pair_text(pair: NearPair) -> str:
    """Return which rows they are, counted from 1, and what stands in that cell."""
    cells: dict[str, Value] = {"value": pair.value, "other_value": pair.other_value}
    rows: dict[str, Value] = {"row": pair.row + 1, "other": pair.other + 1, "column": pair.column}
    return text_of("odd.nearly_pair", rows | cells)


def cells_text(pair: NearPair) -> str:
    """Return what stands in the cell in which two rows differ, where both are named before."""
    values: dict[str, Value] = {"column": pair.column, "value": pair.value, "other_value": pair.other_value}
    return text_of("odd.nearly_cells", values)


def row_text(row: OddRow, rows: int) -> str:
    """Return which row of so many it is, counted from 1, and how odd."""
    values: dict[str, Value] = {"row": row.row + 1, "count": row.less_odd, "of": rows}
    return text_of("odd.row_fault" if row.is_fault else "odd.row", values)


def degree_text(row: OddRow, rows: int) -> str:
    """Return how odd a row is among so many."""
    return text_of("odd.degree", {"count": row.less_odd, "of": rows})


def reasons_text(row: OddRow) -> str:
    """Return why a row is odd, in one line."""
    return "; ".join(reason_texts(row))


def reason_texts(row: OddRow) -> list[str]:
    """Return why a row is odd, the weightiest first."""
    return [_reason(reason) for reason in row.reasons] or [text_of("odd.together")]


def _reason(reason: OddReason) -> str:
    return text_of(f"odd.{_code(reason)}", _values(reason))


def _code(reason: OddReason) -> str:
    if reason.kind in ("range", "days"):
        return "range" if reason.low < reason.high else "same"
    if reason.kind == "slip":
        return "slip_high" if reason.factor > 1 else "slip_low"
    return reason.kind


def _values(reason: OddReason) -> dict[str, Value]:
    values: dict[str, Value] = {
        "column": reason.column,
        "count": reason.count,
        "of": reason.of,
        "factor": round(max(reason.factor, 1 / reason.factor)),
    }
    if isinstance(reason.value, str):
        return values | {"value": reason.value}
    cells = [cell for cell in (reason.value, reason.low, reason.high) if cell is not None]
    texts = [*map(day_text, cells)] if reason.kind == "days" else number_texts(cells)
    return values | dict(zip(("value", "low", "high")[-len(texts) :], texts, strict=True))
