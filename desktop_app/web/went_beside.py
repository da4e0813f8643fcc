"""New rows beside the old ones of a model: who is asked, and what its page tells of the answer."""

from desktop_app.errors import AppError, NotFoundError
from desktop_app.records.compared_files import BesideOrder, WentBeside
from desktop_app.records.jobs import Job, Lane
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.notices import Notice
from desktop_app.records.record import dataclass
from desktop_app.records.stored import StoredCompared, StoredTable
from desktop_app.reports.answers_words import preflight_lines
from desktop_app.reports.beside_words import odd_lines, old_degree_text, others_text, share_lines
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.odd_words import reason_texts
from desktop_app.web.context import context
from desktop_app.web.sources import Source
from desktop_app.web.watching import Watch, last_job, watch

JOURNEY = "compare_beside"
_LARGE = 100_000  # rows of a table: reading them waits its turn behind what is learning


@dataclass(frozen=True, slots=True, kw_only=True)
class OddOne:
    """A new row that stands out."""

    title: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Went:
    """What came of new rows."""

    name: str
    is_fine: bool
    fit: str
    others: str  # that they are other rows
    lines: tuple[str, ...]
    doubts: tuple[str, ...]  # of how the file fits
    odd: tuple[OddOne, ...]
    more: str  # how many odd rows are not shown
    warnings: tuple[Notice, ...]
    kinds: tuple[str, ...]  # of file as which all rows can be saved


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What the page tells of new rows."""

    tables: tuple[StoredTable, ...]  # of the workspace that have what it reads
    watch: Watch | None
    problem: AppError | None
    went: Went | None


def order_beside(stored: StoredCompared, source: Source) -> Job:
    """Compare the rows of a file."""
    return _submit(stored, BesideOrder(model=stored.model, name=source.name, path=str(source.path)))


def order_table_beside(stored: StoredCompared, table_id: str) -> Job:
    """Compare the rows of a table of the workspace; raises NotFoundError for one that lacks a column."""
    table = next((one for one in _tables(stored) if one.id == table_id), None)
    if table is None:
        raise NotFoundError("error.not_found")
    order = BesideOrder(model=stored.model, name=table.name, table_folder=table.folder)
    return _submit(stored, order, is_large=table.table.rows > _LARGE)


def beside(stored: StoredCompared) -> Beside:
    """Return what the page tells of new rows."""
    last = last_job(stored.id, JOURNEY)
    shown = watch(last) if last and last.state != "finished" else None
    jobs = context().workspace.jobs.list(JOURNEY, stored.id)
    done = next((one for one in jobs if one.state == "finished"), None)
    return Beside(
        tables=_tables(stored),
        watch=shown if shown and not shown.is_over else None,
        problem=shown.problem if shown else None,
        went=_went(from_json(WentBeside, done.result)) if done else None,
    )


def _submit(stored: StoredCompared, order: BesideOrder, *, is_large: bool = False) -> Job:
    lane: Lane = "long" if is_large else "short"
    return context().jobs.submit(JOURNEY, to_json(order), lane=lane, subject=stored.id)


def _tables(stored: StoredCompared) -> tuple[StoredTable, ...]:
    needed = set(stored.card.schema.names)
    tables = context().workspace.tables.list()
    return tuple(one for one in tables if needed <= {column.name for column in one.table.columns})


def _went(went: WentBeside) -> Went:
    compared, scoring = went.compared, went.compared.scoring
    lines = share_lines(compared, compared.placing) if compared.placing else []
    lines += odd_lines(compared, scoring) if scoring else []
    if compared.cautions:
        lines.append(text_of("kept_beside.cautions", {"count": compared.cautions}))
    odd = scoring.oddness.odd if scoring else ()
    more = scoring.oddness.count - len(odd) if scoring else 0
    doubts = tuple(text for level, text in preflight_lines(compared.preflight) if level != "note")
    is_fine = not doubts and not compared.are_others
    return Went(
        name=went.name,
        is_fine=is_fine,
        fit=text_of("fit.fits" if is_fine else "fit.caution"),
        others=others_text(compared),
        lines=tuple(lines),
        doubts=doubts,
        odd=tuple(
            OddOne(title=old_degree_text(row, scoring.usual), reasons=tuple(reason_texts(row)))
            for row in odd
            if scoring
        ),
        more=text_of("odd.more", {"count": more}) if more > 0 else "",
        warnings=compared.warnings,
        kinds=went.kinds,
    )
