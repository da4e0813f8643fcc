"""What stands below the rows of a table: totals of them, notes, and a second table."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from desktop_app.records.notices import Notice
from desktop_app.tables.place.cell_kinds import kind_of, kinds_below
from desktop_app.tables.place.lone_texts import lone_texts
from desktop_app.tables.place.sums import are_sums

Row = Sequence[str]

_MOST_FOOTERS = 20
_MOST_TOTALS = 3
_USUALLY = 0.8  # of the rows hold something
_LEAST_EMPTY = 2  # cells of a row named a total, whose numbers are no sums
_LEAST_LEFT = 1  # row that stays a row, whatever it looks like
_NOTE = re.compile(
    r"(?:sources?|quellen?|notes?|n\.?b\.?|anmerkung(?:en)?|hinweise?|stand|footnotes?|legende?|fu(?:ß|ss)noten?"
    r"|fuentes?|notas?|fontes?|fonti|fonte|bron|opmerking(?:en)?|remarques?|źródło|источник"
    r"|(?:created|generated|exported|printed|(?:last )?updated|retrieved|downloaded)"
    r"(?: (?:on|at|by|from|with))?"
    r"|(?:erstellt|exportiert|gedruckt|aktualisiert|abgerufen)(?: (?:am|von|mit|um))?"
    r"|data (?:from|source|as of)|as of|copyright|end of (?:report|file|list)|ende|page|seite)\b"
    r"|[*†‡§©¹²³]|\(c\)|\(?\d+ (?:rows?|records?|zeilen|datensätze)\b|[-=_*~#.]{3,}$|--",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"(?:grand |sub|over ?all |column )?(?:totals?|sums?|average|mean)|(?:gesamt|zwischen|end)?summen?|gesamt"
    r"|gesamtergebnis|insgesamt|zusammen|durchschnitt|mittelwert"
    r"|total (?:general|général|geral|generale)"
    r"|totale|totales|totaal|sumas?|somme|somma|soma|promedio|moyenne|media|média|gemiddelde?|medelvärde|summa"
    r"|totalt|i alt|razem|suma|łącznie|celkem|összesen|итого|всего|сумма|σύνολο|toplam"
    r"|合計|合计|总计|總計|小計|평균|합계|총계",
    re.IGNORECASE,
)
_AROUND_LABEL = " :.=*()[]-–—#"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """Which rows at the end of a table are none of it; counted from its first row."""

    left_below: int = 0
    totals: tuple[int, ...] = ()
    notices: tuple[Notice, ...] = ()

    def moved_by(self, rows: int) -> "Ending":
        """Return the same, where this many rows stand above the table."""
        return replace(self, totals=tuple(total + rows for total in self.totals))


def find_ending(body: Sequence[Row], tail: Sequence[Row], rows: int, *, lines: Sequence[Row]) -> Ending:
    """Return what stands below a table of *rows* rows, by its first and its last ones.

    *lines* are its names. A row that may be one of the table stays in it.
    """
    is_whole = rows <= len(body)
    last = body[:rows] if is_whole else tail[-rows:]
    if len(last) <= _LEAST_LEFT:
        return Ending()
    width = max(map(len, [*lines, *last]))
    others = [*body, *last]
    footers = _footers(last, others, width, lone_texts(body, last, rows, width))
    table = last[: len(last) - footers]
    start = rows - footers - len(table)  # of what is seen of the table
    totals = tuple(start + place for place in _totals(table, others, is_whole=is_whole))
    notices = []
    if footers:
        shown = [_text(row)[:80] for row in last[len(last) - footers :]][:5]
        notices.append(Notice(code="import.footer", values={"count": footers, "texts": shown}))
    if totals:
        shown = [_text(table[total - start])[:80] for total in totals]
        notices.append(Notice(code="import.totals", values={"count": len(totals), "texts": shown}))
        notices += _about_sums([table[total - start] for total in totals], table, is_whole=is_whole)
    return Ending(left_below=footers, totals=totals, notices=tuple(notices))


def _footers(last: Sequence[Row], others: Sequence[Row], width: int, known: int) -> int:
    """Return how many of the last rows are notes below the table; the last *known* ones are."""
    usual = sorted(map(_fill, others))[len(others) // 2]
    if width < 2 or usual < 2:  # in one column, a note cannot be told from a value
        return 0
    count = known
    for number in range(known + 1, min(_MOST_FOOTERS, len(last) - _LEAST_LEFT) + 1):
        if _is_note(last[-number], last[:-number], usual):
            count = number
        elif not _may_go_on(last[-number], usual):
            break
    return count


def _is_note(row: Row, above: Sequence[Row], usual: int) -> bool:
    """Whether a row is a text of its own: it says so, or is longer than every cell of its column."""
    cells = [cell for cell in row if cell]
    if not cells or len(cells) > max(1, usual / 2) or kind_of(cells[0]) != "words":
        return False
    place = next(place for place, cell in enumerate(row) if cell)
    column = [cells[place] for cells in above if place < len(cells)]
    if _NOTE.match(cells[0]) and not any(_NOTE.match(cell) for cell in column[:-_MOST_FOOTERS]):
        return True
    fills = [_fill(cells) for cells in above]
    while fills and fills[-1] == 1:  # a note of several lines
        fills.pop()
    is_alone = len(cells) == 1 and 1 not in fills
    return is_alone and cells[0].count(" ") > 2 and len(cells[0]) > 1.2 * max(map(len, column), default=0)


def _may_go_on(row: Row, usual: int) -> bool:
    """Whether a row may be a further line of the note above it."""
    cells = [cell for cell in row if cell]
    return len(cells) <= max(1, usual / 3) and all(kind_of(cell) == "words" for cell in cells)


def _totals(table: Sequence[Row], others: Sequence[Row], *, is_whole: bool) -> list[int]:
    """Return which rows are totals of the others: the last ones, or the first where the sums are right."""
    found: list[int] = []
    for place in range(len(table) - 1, max(len(table) - _MOST_TOTALS - 1, _LEAST_LEFT), -1):
        above = [row for row in table[:place] if not _has_label(row, others)]
        if not _is_total(table[place], above, others, is_whole=is_whole):
            break
        found.append(place)
    if not found and is_whole and len(table) > 3 and _has_label(table[0], others):
        found = [0] if are_sums(table[0], table[1:], most=1.0) else []
    return sorted(found)


def _is_total(row: Row, above: Sequence[Row], others: Sequence[Row], *, is_whole: bool) -> bool:
    if _has_label(row, others):
        sums = are_sums(row, above) if is_whole else None
        return sums is not False or _is_bare(row, above)
    is_nameless = not row[0] and len(above) > 2 and all(cells and cells[0] for cells in above)
    has_words = any(kind_of(cell) == "words" for cell in row)
    return is_whole and is_nameless and not has_words and are_sums(row, above, most=1.0) is True


def _about_sums(totals: Sequence[Row], table: Sequence[Row], *, is_whole: bool) -> list[Notice]:
    """Return which totals are none of the numbers that are there."""
    above = [row for row in table if row not in totals]
    off = [_text(row)[:80] for row in totals if is_whole and are_sums(row, above) is False]
    if not off:
        return []
    return [Notice(code="import.totals_off", values={"count": len(off), "texts": off}, level="caution")]


def _is_bare(row: Row, above: Sequence[Row]) -> bool:
    """Whether most of what rows hold is empty in this one, so that it is none whatever its numbers are."""
    usual = [sum(map(bool, column)) >= _USUALLY * len(above) for column in zip_longest(*above)]
    empty = sum(is_filled and not cell for is_filled, cell in zip_longest(usual, row))
    return empty >= _LEAST_EMPTY and 2 * empty >= sum(usual)


def _has_label(row: Row, others: Sequence[Row]) -> bool:
    """Whether a row is named a total, as hardly another is, and names nothing else."""
    words = [(place, cell) for place, cell in enumerate(row) if kind_of(cell) == "words"]
    if not words or not _is_label(words[0][1]):
        return False
    place = words[0][0]
    alike = sum(place < len(cells) and _is_label(cells[place]) for cells in others if cells != row)
    below = kinds_below([cells for cells in others if cells != row], len(row))
    return alike <= 2 * (_MOST_TOTALS - 1) and not any(
        below[place] == "words" and not _is_label(cell) for place, cell in words[1:]
    )


def _is_label(cell: str) -> bool:
    return _TOTAL.fullmatch(cell.strip(_AROUND_LABEL)) is not None


def _fill(row: Row) -> int:
    return sum(map(bool, row))


def _text(row: Row) -> str:
    return " ".join(cell for cell in row if cell)
