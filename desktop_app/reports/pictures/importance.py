"""How much worse a model gets without what each column says, as bars."""

from desktop_app.language import _, mark, name, say
from desktop_app.records.results import Evaluation, Importance
from desktop_app.reports.measured import out_of
from desktop_app.reports.pictures.axes import lines_of
from desktop_app.reports.pictures.labels import width_of
from desktop_app.reports.pictures.picture import WIDTH, Picture, Word
from desktop_app.reports.result_words import (
    importance_cells,
    importance_limit,
    importance_others,
    importance_short,
    importance_text,
    importance_title,
    unused_text,
)

MOST_BARS = 12
_GAP = 8  # on either side of the number behind a bar
_BASE = 4  # the letters of a line stand so far below its middle
_HEADS = {
    "accuracy": mark("Fewer right, of {of}"),
    "balanced_accuracy": mark("Fewer right, of {of}, each kind alike"),
    "precision_at_k": mark("Fewer right, of the {of} surest"),
    "mean_absolute_error": mark("Off by more"),
}


def importance(evaluation: Evaluation) -> Picture | None:
    """Return the picture of the columns that matter, the most first; None where none measurably does."""
    measured = sorted(evaluation.importances, key=lambda one: (one.low <= 0, -one.loss))
    drawn = [one for one in measured if one.low > 0][:MOST_BARS]
    if not drawn:
        return None
    longest = max(max(one.loss, one.high) for one in drawn)
    numbers = [importance_short(one, evaluation) for one in drawn]
    right = WIDTH - 2 * _GAP - max(map(width_of, numbers))
    field = lines_of([one.column for one in drawn], 0, longest, right=right)
    return Picture(
        name="what-matters",
        title=importance_title(evaluation),
        about=_("A bar for each column: how much worse it gets when the column is mixed up between rows."),
        field=field,
        foot=_GAP,
        boxes=tuple(
            field.bar(line, 0, one.loss, importance_text(one, evaluation)) for line, one in enumerate(drawn)
        ),
        curves=tuple(field.range(line, one.low, one.high) for line, one in enumerate(drawn)),
        words=tuple(
            Word(x=right + _GAP, y=tick.at + _BASE, text=text)
            for tick, text in zip(field.ticks, numbers, strict=True)
        ),
        header=(
            _("Column"),
            say(_HEADS[evaluation.score.metric], {"of": out_of(evaluation)}),
            _("Low end"),
            _("High end"),
        ),
        rows=tuple((name(one.column), *importance_cells(one, evaluation)) for one in measured),
        notes=_notes(evaluation, drawn),
    )


def _notes(evaluation: Evaluation, drawn: list[Importance]) -> tuple[str, ...]:
    named = len(drawn) + sum(one.low <= 0 for one in evaluation.importances)
    told = (
        _("How much worse it gets when this column is mixed up between rows; the thin line is its range."),
        importance_others(evaluation, named),
        unused_text(evaluation),
        importance_limit(evaluation),
    )
    return tuple(text for text in told if text)
