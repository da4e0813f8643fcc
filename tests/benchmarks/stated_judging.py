"""Files from outside compared with what is stated of them."""

import csv
import io
import json
import tempfile
from pathlib import Path

from desktop_app.records.tables import Table
from tests.benchmarks.imported import Imported, imported
from tests.benchmarks.judging import Finding, Outcome, Verdict, shape_findings, simple
from tests.benchmarks.same_values import is_same
from tests.benchmarks.stated_files import Stated
from tests.benchmarks.trap_cells import CELLS

_ENCODINGS = {"utf8": "utf-8-sig", "utf-8": "utf-8-sig", "ansi": "cp1252"}
_TEXT = "text-like"


def judge_stated(stated: Stated) -> Verdict:
    """Read a file and return how it compares with what is stated of it."""
    with tempfile.TemporaryDirectory(prefix="hunch-truth-") as folder:
        found = imported(stated.path, Path(folder))
        file = f"{stated.path.parent.name}/{stated.path.name}"
        if stated.source == "messy":
            return Verdict(
                source=stated.source,
                file=file,
                has_truth=False,
                read=found.table is not None,
                fault=found.fault,
                about=found.refused,
            )
        findings = _refusal(stated, found) if found.table is None else _findings(stated, found, found.table)
        return Verdict(
            source=stated.source,
            file=file,
            findings=tuple(findings),
            read=found.table is not None,
            fault=found.fault,
            questions=len(found.table.questions) if found.table else 0,
            about=str(stated.says.get("note") or stated.says.get("why") or ""),
        )


def _refusal(stated: Stated, found: Imported) -> list[Finding]:
    if "refuse" in stated.says.get("expect", "") and found.refused:
        return []
    if stated.truth_file and found.refused == "refuse.header_only" and len(_records(stated.truth_file)) < 2:
        return []  # one line is no table
    return [Finding(aspect="shape", outcome="refused", text=found.refused or found.fault)]


def _findings(stated: Stated, found: Imported, table: Table) -> list[Finding]:
    says = stated.says
    if says.get("expect") == "refuse":
        return [Finding(aspect="shape", outcome="wrong", text="should be refused")]
    if stated.source == "traps":
        return _trap_findings(stated, found, table)
    if says["truth"] == "values" and stated.truth_file:
        return _object_findings(json.loads(stated.truth_file.read_text(encoding="utf-8")), found, table)
    if stated.truth_file:
        return _record_findings(_records(stated.truth_file), found, table, with_cells=False)
    return _dialect_findings(stated, found, table)


def _records(path: Path) -> list[list[str]]:
    if path.suffix != ".csv":
        return [[], []]  # a list of rows
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


def _trap_findings(stated: Stated, found: Imported, table: Table) -> list[Finding]:
    says = stated.says
    findings = shape_findings(table, says["rows"], says["columns"]) if "rows" in says else []
    if not findings:
        findings += _known_cells(stated.path.name, found, table)
    if says.get("said") and not any(says["said"] in notice.columns for notice in table.warnings):
        findings.append(Finding(aspect="values", outcome="wrong", text="the odd cell is not mentioned"))
    types = says.get("types")
    if isinstance(types, list) and len(types) == len(table.columns):
        for column, true in zip(table.columns, types, strict=True):
            asked = any(question.column == column.name for question in table.questions)
            kind = "ask" if asked else simple(column)
            names_rows = column.type == "id" and true == "number"  # as good: a running number
            if kind != ("text" if true.startswith(_TEXT) else true) and not names_rows:
                outcome: Outcome = "asked" if asked else "wrong"
                text = f'"{column.name}" is {column.type}, true is {true}, e.g. {column.examples[:3]}'
                findings.append(Finding(aspect="types", outcome=outcome, text=text))
    if says.get("sheet", table.recipe.sheet) != table.recipe.sheet:
        findings.append(
            Finding(aspect="shape", outcome="wrong", text=f"sheet {table.recipe.sheet!r} is read")
        )
    return findings


def _known_cells(name: str, found: Imported, table: Table) -> list[Finding]:
    """Compare the cells of a trap that are known."""
    known = CELLS.get(name, ())
    cells = found.cells([row for row, _, _ in known]) if known else {}
    wrong = []
    for row, place, true in known:
        column = table.columns[min(place, len(table.columns) - 1)]
        typed, raw = (cells.get(row, {}).get(f"{kind}{column.position}") for kind in "vr")
        if not is_same(true, typed, raw, 1.0) and not (
            isinstance(true, float) and is_same(true, typed, raw, 100.0)
        ):
            wrong.append(f'"{column.name}" row {row} {raw!r} -> {typed!r}, true is {true!r}')
    return [Finding(aspect="values", outcome="wrong", text="; ".join(wrong[:3]))] if wrong else []


def _object_findings(objects: list[dict[str, str]], found: Imported, table: Table) -> list[Finding]:
    """Compare with a list of rows, each by the names of its columns."""
    findings = shape_findings(table, len(objects), len(objects[0]))
    if findings:
        return findings
    cells = found.cells(range(table.rows))
    for row, true in enumerate(objects):
        read = {column.name: cells[row][f"r{column.position}"] or "" for column in table.columns}
        if {name: _plain(cell) for name, cell in true.items()} != {n: _plain(c) for n, c in read.items()}:
            findings.append(Finding(aspect="values", outcome="wrong", text=f"row {row} is {read}"))
    return findings


def _dialect_findings(stated: Stated, found: Imported, table: Table) -> list[Finding]:
    says, findings = stated.says, []
    encoding = _ENCODINGS[says["encoding"]]
    text = stated.path.read_bytes().decode(encoding, "replace")
    escape = {"escapechar": says["escapechar"]} if says["escapechar"] not in ("", says["quotechar"]) else {}
    csv.field_size_limit(2**31 - 1)
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=says["delimiter"], quotechar=says["quotechar"], **escape
    )
    if table.recipe.delimiter != says["delimiter"] and len(table.columns) > 1:
        findings.append(
            Finding(aspect="shape", outcome="wrong", text=f"delimiter {table.recipe.delimiter!r}")
        )
    return [*findings, *_record_findings(list(reader), found, table, with_cells=True)]


def _record_findings(
    records: list[list[str]], found: Imported, table: Table, *, with_cells: bool
) -> list[Finding]:
    """Compare with all records of the file: the rows are those below the names, but what is left out."""
    told = _told(table)
    plain = [[_plain(cell) for cell in record] for record in records]
    plain = [record for record in plain if " ".join(filter(None, record)) not in told]
    filled = [record for record in plain if any(record)]
    columns = [any(column) for column in zip(*_even(filled), strict=True)]
    least = min(sum(columns), *(sum(map(bool, record)) for record in filled), len(columns))
    header = _header(filled, table)
    rows = len(filled) - header - table.recipe.left_out
    with_blank = sum(len(record) > 1 or any(record) for record in plain) - header - table.recipe.left_out
    if least <= len(table.columns) <= len(columns) and table.rows in (rows, with_blank):
        return _cell_findings(filled[header:], found, table) if with_cells and table.rows == rows else []
    return shape_findings(table, rows, sum(columns))


def _told(table: Table) -> frozenset[str]:
    """Return the lines of text that are said to be no rows."""
    told = [notice.values.get("texts") for notice in table.warnings]
    return frozenset(_plain(text) for texts in told if isinstance(texts, list) for text in texts)


def _even(records: list[list[str]]) -> list[list[str]]:
    width = max(map(len, records), default=0)
    return [record + [""] * (width - len(record)) for record in records]


def _header(records: list[list[str]], table: Table) -> int:
    """Return how many records stand above the rows: up to the one with the names that were found."""
    if table.recipe.header == 0:
        return 0
    names = [_plain(column.name) for column in table.columns]
    for place, record in enumerate(records[:100]):
        cells = [cell for cell in record if cell]
        if cells and sum(
            any(name.endswith(cell) or name.startswith(cell) for name in names) for cell in cells
        ) >= (0.6 * len(cells)):
            return place + 1 + _lines_more(records, place, table)
    return table.recipe.header_rows


def _lines_more(records: list[list[str]], place: int, table: Table) -> int:
    return table.recipe.header_rows - 1 if len(records) > place + table.recipe.header_rows - 1 else 0


def _cell_findings(records: list[list[str]], found: Imported, table: Table) -> list[Finding]:
    """Return the first row whose cells are not those of the file."""
    rows = range(min(table.rows, 2_000))
    cells = found.cells(rows)
    for row in rows:
        read = [_plain(cells[row][f"r{column.position}"] or "") for column in table.columns]
        true = records[row]
        if [cell for cell in read if cell] != [cell for cell in true if cell]:
            text = f"row {row} is {str(read)[:120]}, true is {str(true)[:120]}"
            outcome: Outcome = "said" if any(n.level != "note" for n in table.warnings) else "wrong"
            return [Finding(aspect="values", outcome=outcome, text=text)]
    return []


def _plain(cell: str) -> str:
    return cell.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").strip()
