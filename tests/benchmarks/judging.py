"""How an import compares with what is true of a file: right, asked, said, silently wrong, or refused."""

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from desktop_app.records.notices import Notice
from desktop_app.records.tables import Column, Table
from tests.benchmarks.generated_files import Generated
from tests.benchmarks.generated_truth import TrueColumn
from tests.benchmarks.imported import Imported, imported
from tests.benchmarks.same_values import is_same

Outcome = Literal["right", "asked", "said", "wrong", "refused"]
OUTCOMES: tuple[Outcome, ...] = ("right", "asked", "said", "wrong", "refused")
ASPECTS = ("shape", "types", "values")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing in which an import is not what was meant."""

    aspect: str  # shape, types or values
    outcome: Outcome
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of one file."""

    source: str
    file: str
    findings: tuple[Finding, ...] = ()
    has_truth: bool = True
    read: bool = True
    fault: str = ""  # an exception that nobody foresaw
    questions: int = 0
    needless: int = 0  # questions about what only one reading fits
    about: str = ""  # what is special in the file

    @property
    def outcome(self) -> Outcome:
        """The worst of all findings."""
        return worst(finding.outcome for finding in self.findings)

    def of(self, aspect: str) -> Outcome:
        """Return the worst of the findings of one aspect."""
        found = worst(finding.outcome for finding in self.findings if finding.aspect == aspect)
        return "refused" if self.outcome == "refused" else found


def worst(outcomes: Iterable[Outcome]) -> Outcome:
    """Return what weighs most."""
    order: tuple[Outcome, ...] = ("right", "asked", "said", "refused", "wrong")
    return max(outcomes, key=order.index, default="right")


def judge_generated(truth: Generated) -> Verdict:
    """Read a made-up file and return how it compares with its truth."""
    with tempfile.TemporaryDirectory(prefix="hunch-truth-") as folder:
        found = imported(truth.path, Path(folder))
        about = ", ".join(truth.habits)
        if found.table is None:
            refusal = Finding(aspect="shape", outcome="refused", text=found.refused or found.fault)
            return Verdict(
                source="generated",
                file=truth.path.name,
                findings=(refusal,),
                read=False,
                fault=found.fault,
                about=about,
            )
        table = found.table
        findings = [*shape_findings(table, truth.rows, len(truth.columns)), *_name_findings(table, truth)]
        if truth.must_say and not _is_said(table, None):
            findings.append(Finding(aspect="shape", outcome="wrong", text="rows that are too long: not said"))
        if len(table.columns) == len(truth.columns):
            findings += [
                finding
                for column, true in zip(table.columns, truth.columns, strict=True)
                for finding in _type_findings(table, column, true, broken=truth.must_say)
            ]
            if table.rows == truth.rows:
                findings += _value_findings(found, table, truth)
        else:
            findings.append(Finding(aspect="types", outcome=findings[0].outcome, text="see shape"))
        return Verdict(
            source="generated",
            file=truth.path.name,
            findings=tuple(findings),
            about=about,
            questions=len(table.questions),
            needless=_needless(table, truth),
        )


def shape_findings(table: Table, rows: int, columns: int) -> list[Finding]:
    """Return what is wrong with the size of a table."""
    if (table.rows, len(table.columns)) == (rows, columns):
        return []
    asked = [question.code for question in table.questions if not table.column(question.column)]
    outcome: Outcome = "asked" if asked else "said" if _is_said(table, None) else "wrong"
    codes = ", ".join(notice.code for notice in table.warnings if not notice.columns)
    return [
        Finding(
            aspect="shape",
            outcome=outcome,
            text=f"{table.rows} x {len(table.columns)}, true is {rows} x {columns}; said: {codes or '-'}",
        )
    ]


def _is_said(table: Table, column: str | None) -> bool:
    """Whether a caution or a problem is said of that column, or of the file as a whole."""
    said = [*table.warnings, *(notice for own in table.columns for notice in own.notes)]
    return any(notice.level != "note" and _is_about(notice, column) for notice in said)


def _is_about(notice: Notice, column: str | None) -> bool:
    return not notice.columns if column is None else column in notice.columns


def _is_asked(table: Table, column: str) -> bool:
    return any(question.column == column for question in table.questions)


def _name_findings(table: Table, truth: Generated) -> list[Finding]:
    """Return the names that are not those of the file."""
    if len(table.columns) != len(truth.columns):
        return []
    wrong = [
        f"{column.name!r} is {true.names[-1]!r}"
        for column, true in zip(table.columns, truth.columns, strict=True)
        if true.names and not _is_named(column.name, true.names)
    ]
    outcome: Outcome = "said" if _is_said(table, None) else "wrong"
    return [Finding(aspect="shape", outcome=outcome, text=f"names: {'; '.join(wrong[:3])}")] if wrong else []


def _is_named(name: str, names: Sequence[str]) -> bool:
    """Whether a name is right: twins may be told apart, and the upper of two lines may reach far."""
    under_another = len(names) > 1 and name.endswith(f" {names[0]}")
    return under_another or any(name.startswith(own) for own in names)


def simple(column: Column) -> str:
    """Return the type of a column with all kinds of text as one."""
    return column.type if column.type in ("number", "date", "yes/no") else "text"


def _type_findings(table: Table, column: Column, true: TrueColumn, *, broken: bool) -> list[Finding]:
    """Return what is wrong with a type; the cells too many of a *broken* file may stand in any column."""
    name, kind = column.name, simple(column)
    if true.asking == "must":
        return _asked_findings(table, column, true.type)
    if _is_asked(table, name):
        text = f'"{name}" asks: {true.type}, e.g. {_example(column)}'
        return [Finding(aspect="types", outcome="asked", text=text)] if true.asking == "never" else []
    if kind not in (true.type, *true.also):
        said = _is_said(table, name) or (broken and _is_said(table, None))
        outcome: Outcome = "said" if said else "wrong"
        return [
            Finding(
                aspect="types",
                outcome=outcome,
                text=f'"{name}" is {column.type}, true is {true.type}, e.g. {_example(column)}',
            )
        ]
    if true.is_odd and (kind == "number" or true.type == "text") and not _is_said(table, name):
        text = f'"{name}": cells that are no numbers, or in another unit, are not mentioned'
        return [Finding(aspect="types", outcome="wrong", text=text)]
    return []


def _asked_findings(table: Table, column: Column, type_: str) -> list[Finding]:
    """Return what is wrong with a column that can be meant in two ways."""
    name = column.name
    if _is_asked(table, name):
        return []
    kept = simple(column) == "text" and any(name in notice.columns for notice in table.warnings)
    text = f'"{name}" should be asked ({type_}), is {column.type}, e.g. {_example(column)}'
    return [Finding(aspect="types", outcome="said" if kept or _is_said(table, name) else "wrong", text=text)]


def _example(column: Column) -> str:
    return ", ".join(repr(example) for example in column.examples[:3])


def _needless(table: Table, truth: Generated) -> int:
    """Return how many questions are about columns that can be meant in one way only."""
    clear = {
        column.name
        for column, true in zip(table.columns, truth.columns, strict=False)
        if true.asking == "never"
    }
    names = {column.name for column in table.columns}
    return sum(question.column in clear or question.column not in names for question in table.questions)


def _value_findings(found: Imported, table: Table, truth: Generated) -> list[Finding]:
    wanted = sorted({row for column in truth.columns for row, _ in column.samples})
    cells = found.cells(wanted)
    findings = []
    for column, true in zip(table.columns, truth.columns, strict=True):
        if _is_asked(table, column.name) or simple(column) not in (true.type, *true.also):
            continue  # dealt with as a type
        if true.type == "date" and simple(column) == "text":
            continue  # as good, where such days are not known
        wrong = _wrong_values(column, true, cells)
        if wrong:
            broken = truth.must_say and _is_said(table, None)  # the cells that are too many stand somewhere
            outcome: Outcome = "said" if broken or _is_said(table, column.name) else "wrong"
            text = f'"{column.name}" ({column.type}): {"; ".join(wrong[:3])}'
            findings.append(Finding(aspect="values", outcome=outcome, text=text))
    return findings


def _wrong_values(column: Column, true: TrueColumn, cells: dict[int, dict[str, Any]]) -> list[str]:
    scales = (1.0, 0.01, 100.0) if true.percent else (1.0,)
    wrong: list[str] = []
    for scale in scales:
        wrong = []
        for row, value in true.samples:
            typed, raw = cells[row][f"v{column.position}"], cells[row][f"r{column.position}"]
            if not is_same(value, typed, raw, scale):
                wrong.append(f"row {row} {raw!r} -> {typed!r}, true is {value!r}")
        if not wrong:
            break
    return wrong
