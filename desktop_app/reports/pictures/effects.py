"""Pictures of how the average answer of a model goes with its columns."""

from desktop_app.records.explained import Effect, Explained
from desktop_app.records.results import Evaluation
from desktop_app.reports.pictures.effect_bars import bars_picture
from desktop_app.reports.pictures.effect_curve import curve_picture
from desktop_app.reports.pictures.effect_frame import Told
from desktop_app.reports.pictures.picture import Picture


def effect_picture(effect: Effect, place: int, explained: Explained, evaluation: Evaluation) -> Picture:
    """Return the picture of one column, the *place*-th of its page: a curve, or a bar for each value."""
    told = Told(effect=effect, place=place, explained=explained, evaluation=evaluation)
    return bars_picture(told) if effect.kind == "category" else curve_picture(told)
