"""New rows beside old ones in words: into which groups they fall, and how odd they are."""

from desktop_app import counting
from desktop_app.language import of_day
from desktop_app.records.checking import CheckedBeside
from desktop_app.records.compared_cards import ComparedCard
from desktop_app.records.compared_files import ComparedFile, GroupShare, Placing, Scoring
from desktop_app.records.notices import Value
from desktop_app.records.oddness import OddRow
from desktop_app.reports.notice_words import text_of

Compared = ComparedFile | CheckedBeside
_OF = 100
_EXPECTED = 0.1  # of the rows are odder than 90 of 100


def beside_lines(compared: Compared) -> list[str]:
    """Return what is said of all new rows beside the old ones."""
    if compared.placing:
        return share_lines(compared, compared.placing)
    return odd_lines(compared, compared.scoring) if compared.scoring else []


def share_lines(compared: Compared, placing: Placing) -> list[str]:
    """Return how the new rows are shared out, beside the old ones: a line a group, and one for none."""
    old = sum(one.before for one in placing.shares)
    values: dict[str, Value] = {"count": compared.rows, "of": old}
    lines = [text_of("clusters.placed", values)]
    lines += [_share(one, compared.rows, old) for one in placing.shares]
    reached = compared.card.found.reached
    held, beyond = (reached.held, reached.beyond) if reached else (0, 0)
    values = {"count": placing.none, "held": held, "beyond": beyond}
    values["share"] = counting.count(placing.none / max(compared.rows, 1), _OF)
    return [*lines, text_of("clusters.none", values)]


def _share(one: GroupShare, rows: int, old: int) -> str:
    values: dict[str, Value] = {
        "name": one.name,
        "count": one.now,
        "share": counting.count(one.now / max(rows, 1), _OF),
        "before": counting.count(one.before / max(old, 1), _OF),
    }
    return text_of("clusters.now", values)


def odd_lines(compared: Compared, scoring: Scoring) -> list[str]:
    """Return how many new rows stand out, and how many would by chance."""
    oddness = scoring.oddness
    none = "odd.beside_none_alone" if compared.are_others else "odd.beside_none"
    code = "odd.beside" if oddness.count else none
    values: dict[str, Value] = {"count": oddness.count, "of": compared.card.rows}
    expected: dict[str, Value] = {"count": oddness.by_chance, "rows": compared.rows}
    return [text_of(code, values), text_of("odd.expected", expected)]


def old_degree_text(row: OddRow, usual: int) -> str:
    """Return which new row it is, counted from 1, and how odd it is among so many *usual* ones."""
    values: dict[str, Value] = {"row": row.row + 1, "count": hundredths(row, usual)}
    return text_of("odd.old_degree_fault" if row.is_fault else "odd.old_degree", values)


def hundredths(row: OddRow, usual: int) -> int:
    """Return than how many of 100 old rows a row is odder, rounded down."""
    return _OF * row.less_odd // max(usual, 1)


def others_text(compared: Compared) -> str:
    """Return that the new rows are other rows; nothing where they are not."""
    if not compared.are_others:
        return ""
    if compared.placing:
        return text_of("clusters.others", {"count": compared.placing.none})
    upper = compared.scoring.upper if compared.scoring else 0
    values: dict[str, Value] = {"count": upper, "rows": compared.rows}
    return text_of("odd.others", values | {"expected": round(_EXPECTED * compared.rows)})


def made_text(card: ComparedCard) -> str:
    """Return of which rows a file of groups, or of what is usual, was made, and when."""
    values: dict[str, Value] = {"rows": card.rows, "file": card.table, "day": of_day(card.created[:10])}
    return text_of("clusters.made" if card.found.grouping else "odd.made", values)
