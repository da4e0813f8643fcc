"""A forecast that goes on with newer rows: who is asked, and what its page tells of the answer."""

from pathlib import Path

from desktop_app.errors import AppError, NotFoundError
from desktop_app.records.forecasts import ForecastFound
from desktop_app.records.jobs import Job, Lane
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.looking_ahead import GoOnOrder, WentOn
from desktop_app.records.notices import Notice
from desktop_app.records.record import dataclass
from desktop_app.records.stored import StoredCompared, StoredForecast, StoredTable
from desktop_app.reports.forecast_words import moment_text, remark_text, until_text
from desktop_app.reports.hindsight_words import TONES, hindsight_lines, hindsight_word
from desktop_app.reports.notice_words import text_of
from desktop_app.web.ahead import Ahead, ahead_of
from desktop_app.web.context import context
from desktop_app.web.new_data import WORDS, Line
from desktop_app.web.sources import Source
from desktop_app.web.watching import Watch, last_job, watch
from desktop_app.workspace.folders import ahead_beside

JOURNEY = "go_on"
_LARGE = 100_000  # rows of a table: reading them waits its turn behind what is learning


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """How the forecast did where moments have come that it had forecast."""

    lines: tuple[str, ...]
    word: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneOn:
    """What came of newer rows."""

    name: str
    is_fine: bool
    fit: str
    lines: tuple[Line, ...]
    held: Held | None
    until: str
    ahead: Ahead
    warnings: tuple[Notice, ...]
    kinds: tuple[str, ...]  # of file as which all steps can be saved


@dataclass(frozen=True, slots=True, kw_only=True)
class GoingOn:
    """What the page tells of newer rows."""

    tables: tuple[StoredTable, ...]  # of the workspace that have what it reads
    watch: Watch | None
    problem: AppError | None
    gone: GoneOn | None


def order_file(stored: StoredForecast, source: Source) -> Job:
    """Go on with the rows of a file."""
    return _submit(stored, _order(stored, source.name, path=str(source.path)))


def order_table(stored: StoredForecast, table_id: str) -> Job:
    """Go on with the rows of a table of the workspace; raises NotFoundError for one that lacks a column."""
    table = next((one for one in _tables(stored) if one.id == table_id), None)
    if table is None:
        raise NotFoundError("error.not_found")
    order = _order(stored, table.name, table_folder=table.folder)
    return _submit(stored, order, is_large=table.table.rows > _LARGE)


def going_on(stored: StoredForecast, place: int) -> GoingOn:
    """Return what the page tells; *place*: of the series to be shown."""
    last, went = last_job(stored.id, JOURNEY), went_on(stored)
    shown = watch(last) if last and last.state != "finished" else None
    return GoingOn(
        tables=_tables(stored),
        watch=shown if shown and not shown.is_over else None,
        problem=shown.problem if shown else None,
        gone=_gone(went, stored, place) if went else None,
    )


def file_of(stored: StoredForecast | StoredCompared, kind: str) -> Path:
    """Return the file with all that was said last; raises NotFoundError where there is none."""
    file = ahead_beside(Path(stored.model)).get(kind)
    if file is None or not file.is_file():
        raise NotFoundError("error.not_found")
    return file


def _order(stored: StoredForecast, name: str, path: str = "", table_folder: str = "") -> GoOnOrder:
    return GoOnOrder(
        model=stored.model, model_name=stored.name, name=name, path=path, table_folder=table_folder
    )


def _submit(stored: StoredForecast, order: GoOnOrder, *, is_large: bool = False) -> Job:
    lane: Lane = "long" if is_large else "short"
    return context().jobs.submit(JOURNEY, to_json(order), lane=lane, subject=stored.id)


def went_on(stored: StoredForecast) -> WentOn | None:
    """Return what came of the rows that were brought last; None where none were."""
    jobs = context().workspace.jobs.list(JOURNEY, stored.id)
    done = next((one for one in jobs if one.state == "finished"), None)
    return from_json(WentOn, done.result) if done else None


def _tables(stored: StoredForecast) -> tuple[StoredTable, ...]:
    asked = stored.card.found.asked
    needed = {asked.target, asked.time, *([asked.group] if asked.group else [])}
    tables = context().workspace.tables.list()
    return tuple(one for one in tables if needed <= {column.name for column in one.table.columns})


def _gone(went: WentOn, stored: StoredForecast, place: int) -> GoneOn:
    found, future = stored.card.found, went.future
    looked_back = went.hindsight
    lines = tuple(_line(remark, found) for remark in future.remarks)
    is_fine = all(line.level == "note" for line in lines)
    return GoneOn(
        name=went.name,
        is_fine=is_fine,
        fit=text_of("fit.fits" if is_fine else "fit.caution"),
        lines=lines or (_good(went),),
        held=Held(
            lines=hindsight_lines(looked_back, found),
            word=hindsight_word(looked_back),
            tone=TONES[looked_back.holds],
        )
        if looked_back
        else None,
        until=until_text(future, went.rows, found),
        ahead=ahead_of(future.series, found, place, went.series),
        warnings=went.warnings,
        kinds=went.kinds,
    )


def _line(remark: Notice, found: ForecastFound) -> Line:
    text = remark_text(remark, found)
    return Line(level=remark.level, word=text_of(WORDS[remark.level]), text=text)


def _good(went: WentOn) -> Line:
    text = text_of("ahead.fits", {"until": moment_text(went.future.until)})
    return Line(level="good", word=text_of("fit.fits"), text=text)
