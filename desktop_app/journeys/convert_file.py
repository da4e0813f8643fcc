"""Save the table in a file, as it was understood, where the person wants it."""

from pathlib import Path

from desktop_app.journeys.reading import read_as_asked
from desktop_app.journeys.stages import staged
from desktop_app.records.converting import ConvertedFile, ConvertFileOrder
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.tables.out.writing import write_understood

_READ = 0.7  # of the time


def convert_file(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:
    """Return what was understood and what was written; the file is then at `out`, whole."""
    order = from_json(ConvertFileOrder, params)
    table = read_as_asked(order, folder, staged(report, 0.0, _READ))
    report(Progress(fraction=_READ, read=True))
    written = write_understood(folder, table, Path(order.out))
    report(Progress(fraction=1.0))
    done = ConvertedFile(
        rows=table.rows,
        columns={name: column.type for name, column in zip(written.columns, table.columns, strict=True)},
        written=written,
        warnings=table.warnings,
        questions=table.questions,
    )
    return to_json(done)
