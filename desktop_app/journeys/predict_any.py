"""Bring a file to a model of whichever kind: it answers every row, says what comes next, or compares."""

from pathlib import Path

from desktop_app.journeys.compare_new import compared_new
from desktop_app.journeys.move_on import moved_on
from desktop_app.journeys.predict_file import answer_file
from desktop_app.models.admission import admitted
from desktop_app.models.compared_file import open_compared
from desktop_app.models.forecast_file import open_forecast
from desktop_app.models.kinds import by_kind
from desktop_app.models.opening import open_admitted
from desktop_app.records.jobs import Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.looking_ahead import AnsweredFile
from desktop_app.records.orders import PredictFileOrder
from desktop_app.tables.duck import sharing


def predict_any(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:
    """Return what came of it; the file with the answers, or with the steps ahead, is then at `out`, whole.

    Raises as `predict_file`, `moved_on` and `compared_new` do.
    """
    order = from_json(PredictFileOrder, params)
    with sharing(folder):
        found = admitted(Path(order.model), order.trust)
        answered = by_kind(
            found.package,
            rows=lambda: AnsweredFile(rows=answer_file(open_admitted(found), order, folder, report)),
            forecast=lambda: AnsweredFile(ahead=moved_on(open_forecast(found), order, folder, report)),
            compared=lambda: AnsweredFile(compared=compared_new(open_compared(found), order, folder, report)),
        )
    return to_json(answered)
