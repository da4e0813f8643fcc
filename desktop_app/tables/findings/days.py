"""Days that cannot be: in the future where the others are past, and an end that lies before its start."""

import datetime
from collections.abc import Iterator, Sequence

from desktop_app.records.notices import Notice
from desktop_app.records.tables import Column
from desktop_app.tables.findings.headings import has_word, words_of
from desktop_app.tables.findings.stored_rows import StoredRows, finding, shown
from desktop_app.tables.findings.word_lists import BIRTH, PLANNED

_FEWEST_CELLS = 20
_DAY, _YEAR = 86_400.0, 365 * 86_400.0
_MOST_FUTURE = 0.02  # of the cells: more are meant to lie there
_MOST_REVERSED = 0.05  # of the rows: more show that the columns are no start and end
_MOST_COLUMNS = 30  # of dates
_FAR = 0.1  # of the time from the first to the last past day, which is empty before the days to come
# Words for what begins, and for what ends it.
_PAIR_WORDS = """
start/begin/began/started/beginn/anfang/debut/inicio/comienzo/inizio/aanvang/poczatek
end/ended/finish/finished/stop/ende/fin/final/fine/einde/koniec/fim
from/von/ab/desde/dal/van/od until/till/to/bis/hasta/al/tot/do/ate
admission/admitted/aufnahme/admision/ingreso/ricovero/opname discharge/discharged/entlassung/alta/ontslag
hired/hire/joined/eintritt/eintrittsdatum left/exit/terminated/termination/austritt/austrittsdatum
ordered/order/bestellt/bestelldatum/bestellung shipped/shipping/ship/delivered/versandt/versanddatum
opened/open closed/close/resolved created/angelegt/erstellt closed/modified/geschlossen/geandert/erledigt
checkin/anreise checkout/abreise
"""
_WORDS = [frozenset(words.split("/")) for words in _PAIR_WORDS.split()]
_PAIRS = tuple(zip(_WORDS[::2], _WORDS[1::2], strict=True))

_LAST_PAST = "SELECT max(v{p}), min(v{p}) FROM rows WHERE epoch(v{p}) <= $now"
_FUTURE = """
SELECT count(*), min(epoch(v{p})), list(DISTINCT r{p} ORDER BY r{p})[:5]
FROM rows WHERE epoch(v{p}) > $now
"""
_REVERSED = """
SELECT count(*) FILTER (v{a} > v{b}), count(*), min(row) FILTER (v{a} > v{b}) FROM rows
WHERE v{a} IS NOT NULL AND v{b} IS NOT NULL
"""
_PAIR = "SELECT r{a}, r{b} FROM rows"


def days_to_come(rows: StoredRows) -> Iterator[Notice]:
    """Yield in which columns of past days a few lie in the future."""
    for column in _dates(rows):
        filled = rows.filled(column)
        limit = rows.now + _DAY  # the clock of another place may be ahead
        if filled < _FEWEST_CELLS or (column.maximum or 0.0) <= limit or (column.high or 0.0) > limit:
            continue
        if has_word(column.in_file, PLANNED):
            continue
        count, first, values = rows.first_of(_FUTURE.format(p=column.position), (column,), now=limit)
        if 0 < count <= max(1, _MOST_FUTURE * filled) and _is_far(rows, column, first, limit):
            yield finding(
                "find.future", (column,), count=count, rows=filled, values=shown(values), start=first
            )


def _is_far(rows: StoredRows, column: Column, first: float, limit: float) -> bool:
    """Return whether the first day to come lies well beyond today and the last past day."""
    last, earliest = rows.first_of(_LAST_PAST.format(p=column.position), (column,), now=limit)
    past, start = _seconds(last), _seconds(earliest)
    return first - past > max(_FAR * (past - start), 30 * _DAY) or first - limit > _YEAR


def _seconds(moment: datetime.datetime) -> float:
    return moment.replace(tzinfo=datetime.UTC).timestamp()


def ends_before_starts(rows: StoredRows) -> Iterator[Notice]:
    """Yield in how many rows what should come first, by its heading, comes later."""
    for first, other in _ordered(_dates(rows)):
        names = {"a": first.position, "b": other.position}
        count, both, row = rows.first_of(_REVERSED.format(**names), (first, other))
        if both >= _FEWEST_CELLS and 0 < count <= max(1, _MOST_REVERSED * both):
            one, another = rows.first_of(_PAIR.format(**names), (first, other), range(row, row + 1))
            yield finding(
                "find.reversed",
                (first, other),
                count=count,
                rows=both,
                one=one.strip(),
                another=another.strip(),
            )


def _dates(rows: StoredRows) -> list[Column]:
    return [column for column in rows.table.columns if column.type == "date"][:_MOST_COLUMNS]


def _ordered(dates: Sequence[Column]) -> Iterator[tuple[Column, Column]]:
    """Yield the pairs of which the headings say that the first one comes before the other."""
    for first in dates:
        for other in dates:
            if first.position != other.position and _comes_first(first, other):
                yield first, other


def _comes_first(first: Column, other: Column) -> bool:
    one, another = (words_of(column.in_file) for column in (first, other))
    if not BIRTH.isdisjoint(one) and BIRTH.isdisjoint(another):
        return True
    rest = {*one} & {*another}
    for starts, ends in _PAIRS:
        begins, closes = {*one} & starts, {*another} & ends
        is_alike = {*one} - starts - rest == {*another} - ends - rest == set()
        if begins and closes and is_alike and starts.isdisjoint(another) and ends.isdisjoint(one):
            return True
    return False
