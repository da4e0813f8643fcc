"""The seven steps as they are for the question what comes next; the later ones are parts of its forecast."""

from flask import url_for

from desktop_app.language import _, say_count
from desktop_app.records.stored import StoredForecast, StoredTable
from desktop_app.reports.notice_words import text_of
from desktop_app.web.context import context
from desktop_app.web.rail import Here, Rail, Told, numbered
from desktop_app.workspace.moments import today


def ahead_rail(stored: StoredTable, forecast: StoredForecast | None, here: Here) -> Rail:
    """Return the rail of a table where it is asked what comes next; *forecast*: the one it leads to."""
    context().workspace.forgetting.note_use(stored.id, today())
    rows = say_count("{rows} row", "{rows} rows", stored.table.rows, {"rows": stored.table.rows})
    question, asking = text_of("suggest.forecast"), url_for("next.of_table", table_id=stored.id)

    def part(anchor: str) -> str:
        return url_for("ahead.show", model_id=forecast.id, _anchor=anchor) if forecast else asking

    report = url_for("ahead_report.show", model_id=forecast.id) if forecast else asking
    target = forecast.card.found.asked.target if forecast else ""
    steps: tuple[Told, ...] = (
        ("data", _("Your data"), url_for("data.of_table", table_id=stored.id), rows, True),
        ("predict", _("What to ask"), url_for("predict.of_table", table_id=stored.id), question, True),
        ("learn", _("Look ahead"), asking, target, forecast is not None),
        ("results", _("Results"), part("main"), "", False),
        ("try_out", _("What comes next"), part("next"), "", False),
        ("apply", _("Go on with newer rows"), part("newer"), "", False),
        ("report", _("Report"), report, "", False),
    )
    return numbered(stored.name, steps, here, stored.id)
