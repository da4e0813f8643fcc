"""A forecast: what it says of itself, and what came of newer rows."""

from flask import Blueprint, render_template, request

from desktop_app.web.ahead import asked_of, forecast_page
from desktop_app.web.ahead_rail import ahead_rail
from desktop_app.web.context import context
from desktop_app.web.going_on import gone_on
from desktop_app.web.many_series import many_series
from desktop_app.web.newer_rows import bringing_to
from desktop_app.web.other_models import other_thing

pages = Blueprint("ahead", __name__)


@pages.get("/forecasts/<model_id>")
def show(model_id: str) -> str:
    """Show the forecast."""
    stored = context().workspace.others.forecast(model_id)
    place = request.args.get("series", 0, type=int)
    table, many = asked_of(stored), many_series(stored, request.args)
    return render_template(
        "ahead/show.html",
        stored=stored,
        rail=ahead_rail(table, stored, "results") if table else None,
        page=forecast_page(stored, place, is_of_table=table is not None),
        table=table,
        bringing=bringing_to(stored),
        gone=gone_on(stored, place),
        many=many,
        thing=other_thing(stored),
        is_here="here" in request.args,
        saved=request.args.get("saved", ""),
        rows=request.args.get("rows", ""),
    )
