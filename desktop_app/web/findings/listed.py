"""What was found in a file, in order of harm, with what can be done about it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from flask import url_for

from desktop_app.language import mark, say, say_count
from desktop_app.records.notices import Level, Notice, Value, first_few
from desktop_app.records.record import dataclass
from desktop_app.records.stored import StoredTable
from desktop_app.records.tables import Table
from desktop_app.reports.notice_words import notice_text
from desktop_app.web.finding_keys import finding_key, said_of
from desktop_app.web.findings.acts import ACTS, Act, acts_of
from desktop_app.web.findings.rows import rows_of
from desktop_app.web.reading.chips import told_at_chips

ASKED = "import.unanswered"
HARM = {"problem": 0, "caution": 1, "note": 2}
FIRST = 2  # shown at once; the others fold away, that the rows are seen without scrolling
_MORE: dict[Level, tuple[str, str]] = {
    "problem": (mark("{n} more problem"), mark("{n} more problems")),
    "caution": (mark("{n} more caution"), mark("{n} more cautions")),
    "note": (mark("{n} more note"), mark("{n} more notes")),
}
_TOGETHER = {  # what is said of many columns at once
    "find.constant": "find.constant_many",
    "find.empty_column": "find.empty_column_many",
    "find.id": "find.id_many",
    "find.repeated_id": "find.repeated_id_many",
}
_MOST_ALONE = 2  # of these
_MOST_NAMED = 6  # columns in one sentence
_CODE_QUESTION, _CODE = "import.code_question", "find.code"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was found, and what can be done about it."""

    level: Level
    text: str
    key: str = ""  # by which it is said to be fine; empty where that makes no sense
    show: str = ""  # address of the rows that it speaks of
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What a page says of a file."""

    first: tuple[Finding, ...]
    more: tuple[Finding, ...]
    hidden: int  # how many were said to be fine

    @property
    def all_words(self) -> str:
        """What unfolds them, and how many there are then."""
        return say("Show all {n}", {"n": len(self.first) + len(self.more)})

    @property
    def more_words(self) -> str:
        """How many fold away, the cautions apart from the notes: none of them is to be overlooked."""
        return more_words([finding.level for finding in self.more])


def findings_of(stored: StoredTable) -> Findings:
    """Return what was found in a table, but for what a person said to be fine."""
    table = stored.table
    told = [(notice, finding_key(notice, table)) for notice in findings(table)]
    shown = [_finding(notice, stored) for notice, key in told if key not in stored.fine]
    return _folded(shown, hidden=len(told) - len(shown))


def findings_among(notices: Iterable[Notice]) -> Findings:
    """Return what was found in a file with which nothing can be done but to read it."""
    shown = [Finding(level=one.level, text=text) for one in by_harm(notices) if (text := notice_text(one))]
    return _folded(shown, hidden=0)


def _folded(shown: Sequence[Finding], *, hidden: int) -> Findings:
    return Findings(first=tuple(shown[:FIRST]), more=tuple(shown[FIRST:]), hidden=hidden)


def findings(table: Table) -> tuple[Notice, ...]:
    """Return the notices of a table and of its columns, each once, the most harmful first.

    What a chip tells of the reading is left to it, and what a question asks to the question.
    """
    elsewhere = told_at_chips(table)
    asked = {question.column for question in table.questions if question.code == _CODE_QUESTION}
    return by_harm(
        _together(
            [
                one
                for one in said_of(table)
                if one not in elsewhere
                and one.code != ASKED
                and not (one.code == _CODE and asked & {*one.columns})
            ]
        )
    )


def more_words(levels: Collection[Level]) -> str:
    """Return how many more there are of each level, as in "1 more caution, 2 more notes"."""
    counts = ((forms, sum(level == one for one in levels)) for level, forms in _MORE.items())
    return ", ".join(say_count(*forms, count, {"n": count}) for forms, count in counts if count)


def by_harm(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """Return the notices with the most harmful first; those of one level stay in their order."""
    return tuple(sorted(notices, key=lambda notice: HARM[notice.level]))


def _together(notices: Collection[Notice]) -> Iterator[Notice]:
    """Yield the notices, in one what is to be said of many columns."""
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for notice in notices:
        if notice.code in _TOGETHER:
            alike[notice.code] += notice.columns
    told: set[str] = set()
    for notice in notices:
        names = alike.get(notice.code, [])
        if len(names) <= _MOST_ALONE:
            yield notice
        elif notice.code not in told:
            told.add(notice.code)
            values: dict[str, Value] = {"count": len(names), "columns": first_few(names, _MOST_NAMED)}
            yield Notice(code=_TOGETHER[notice.code], values=values, columns=tuple(names))


def _finding(notice: Notice, stored: StoredTable) -> Finding:
    key = finding_key(notice, stored.table)
    has_rows = rows_of(notice, stored.table) is not None
    address = url_for("data.of_table", table_id=stored.id, finding=key, _anchor="rows") if has_rows else ""
    return Finding(
        level=notice.level,
        text=notice_text(notice),
        key=key if notice.code in ACTS else "",
        show=address,
        acts=acts_of(notice, stored.table),
    )
