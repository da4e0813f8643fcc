"""The odd rows as their page lists them: how many, in which order, and with what was said of each."""

from collections.abc import Sequence

from flask import url_for

from desktop_app.language import say
from desktop_app.records.oddness import MarkKind, NearlySame, Oddness, OddRow, Repeats
from desktop_app.records.record import dataclass
from desktop_app.records.stored import StoredTable
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.odd_marks import Marked, hits_text, marked
from desktop_app.reports.odd_words import cells_text, degree_text, nearly_text, reason_texts, repeats_text

SHOWN = 20  # odd rows where nobody says how many
MOST_FINE = 50  # rows that are fine, on the page


@dataclass(frozen=True, slots=True, kw_only=True)
class Odd:
    """One odd row, and the place in the table where it is seen; nothing where the table has changed."""

    place: int
    title: str
    address: str
    degree: str
    is_fault: bool
    reasons: tuple[str, ...]
    mark: MarkKind | None
    next: int | None = None  # the place of the row below


@dataclass(frozen=True, slots=True, kw_only=True)
class Same:
    """Rows that are the same: what each is called, and where it is seen."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """Two rows that are the same but for one cell: what each is called, where it is seen, and that cell."""

    rows: tuple[tuple[str, str], ...]
    cells: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OddList:
    """All that is listed of odd rows."""

    show: int  # rows, as a person wants
    most: int  # that can be shown
    stand_out: tuple[Odd, ...]
    after: tuple[Odd, ...]  # odd by chance, shown where a person wants to see that many
    is_folded: bool  # none is odder than chance makes some: they are there to be looked at all the same
    is_open: bool
    fine: tuple[Odd, ...]
    more: str  # rows that stand out and are not shown
    like_fine: str
    looked_at: str
    hits: str  # how often those that stand out were really odd, once enough are marked
    can_undo: bool
    repeats: str
    same: tuple[Same, ...]
    more_same: str  # rows that are the same and not listed
    nearly: str
    pairs: tuple[Near, ...]


def odd_list(oddness: Oddness, stored: StoredTable, show: int | None, *, is_stale: bool) -> OddList:
    """Return what is listed; *show*: so many of the oddest, None as long as nobody says how many."""
    found, table_id = marked(oddness, stored.marks), "" if is_stale else stored.id
    is_folded, most = oddness.level == "guessing", len(found.stand_out) + len(found.after)
    wanted = min(max(1, SHOWN if show is None else show), max(1, most))
    stand_out, after = found.stand_out[:wanted], found.after[: max(0, wanted - len(found.stand_out))]
    if show is None and not is_folded:
        after = ()
    more = oddness.count - found.like_fine - len(stand_out) - _fine_among(oddness, found)
    return OddList(
        show=wanted,
        most=most,
        stand_out=_rows(stand_out, oddness, found, table_id),
        after=_rows(after, oddness, found, table_id),
        is_folded=is_folded,
        is_open=show is not None,
        fine=_rows(found.fine[:MOST_FINE], oddness, found, table_id),
        more=text_of("odd.more", {"count": more}) if more > 0 else "",
        like_fine=text_of("odd.like_fine", {"count": found.like_fine}) if found.like_fine else "",
        looked_at=_looked_at(oddness, found),
        hits=hits_text(oddness, found),
        can_undo=bool(stored.marks),
        repeats=repeats_text(oddness.repeats) if oddness.repeats else "",
        same=_same(oddness.repeats, table_id),
        more_same=_more_same(oddness.repeats),
        nearly=nearly_text(oddness.nearly) if oddness.nearly else "",
        pairs=_near(oddness.nearly, table_id),
    )


def _fine_among(oddness: Oddness, found: Marked) -> int:
    return sum(found.marks.get(row.row) == "fine" for row in oddness.odd)


def _looked_at(oddness: Oddness, found: Marked) -> str:
    if not found.marks or not oddness.count:
        return ""
    values = {
        "looked": found.looked_at,
        "count": oddness.count,
        "odd": found.really_odd,
        "fine": _fine_among(oddness, found),
    }
    return text_of("odd.looked_at", values)


def _rows(rows: tuple[OddRow, ...], oddness: Oddness, found: Marked, table_id: str) -> tuple[Odd, ...]:
    below = [*(row.row for row in rows[1:]), None][: len(rows)]
    return tuple(
        Odd(
            place=row.row,
            title=_title(row.row),
            address=_address(row.row, table_id),
            degree=degree_text(row, oddness.rows),
            is_fault=row.is_fault,
            reasons=tuple(reason_texts(row)),
            mark=found.marks.get(row.row),
            next=following,
        )
        for row, following in zip(rows, below, strict=True)
    )


def _same(repeats: Repeats | None, table_id: str) -> tuple[Same, ...]:
    return tuple(Same(rows=_seen(places, table_id)) for places in (repeats.places if repeats else ()))


def _near(nearly: NearlySame | None, table_id: str) -> tuple[Near, ...]:
    return tuple(
        Near(rows=_seen((pair.row, pair.other), table_id), cells=cells_text(pair))
        for pair in (nearly.pairs if nearly else ())
    )


def _seen(places: Sequence[int], table_id: str) -> tuple[tuple[str, str], ...]:
    return tuple((_title(place), _address(place, table_id)) for place in places)


def _more_same(repeats: Repeats | None) -> str:
    more = repeats.rows - sum(len(places) - 1 for places in repeats.places) if repeats else 0
    return text_of("odd.more_same", {"count": more}) if more > 0 else ""


def _title(place: int) -> str:
    return say("Row {row}", {"row": place + 1})


def _address(place: int, table_id: str) -> str:
    return url_for("data.of_table", table_id=table_id, row=place + 1) if table_id else ""
