"""The figures of groups as bars, each with the range that other rows could have given."""

from desktop_app.language import _, name, number, say
from desktop_app.records.groups import Figure, Group, GroupMeasure
from desktop_app.reports.group_words import AMOUNTS, GroupWords
from desktop_app.reports.pictures.axes import apart, lines_of, round_numbers, ticks_of
from desktop_app.reports.pictures.picture import Picture


def groups_picture(words: GroupWords, measure: GroupMeasure) -> Picture:
    """Return a bar for each group with enough rows, in their order, for one measure.

    A share is drawn from 0 to all of them, an amount from 0 to the farthest end of a range.
    """
    shown = [(group, figure) for group in words.compared.groups if (figure := group.figure(measure))]
    is_amount = measure in AMOUNTS
    times = 1 if is_amount else words.of
    farthest = max(figure.high for _group, figure in shown) if is_amount else 1.0
    marks = round_numbers(0, farthest * times, whole=not is_amount)
    field = lines_of([words.name(group) for group, _figure in shown], 0, marks[-1])
    return Picture(
        name="groups",
        title=words.title(measure),
        about=_("A bar for each value; the line over it is its range."),
        field=field,
        across=apart(ticks_of(marks, field.across)),
        across_name=_("Off by on average") if is_amount else say("Of {of}", {"of": words.of}),
        boxes=tuple(
            field.bar(line, 0, figure.value * times, _told(words, group, figure))
            for line, (group, figure) in enumerate(shown)
        ),
        curves=tuple(
            field.range(line, max(0.0, figure.low) * times, figure.high * times)
            for line, (_group, figure) in enumerate(shown)
        ),
        header=(name(words.compared.column), _("Rows"), _("Figure"), _("Low end"), _("High end")),
        rows=tuple(_row(words, *one) for one in shown),
        notes=(_("The line over a bar is its range: other rows of this kind could have given as much."),),
    )


def _row(words: GroupWords, group: Group, figure: Figure) -> tuple[str, ...]:
    written = words.written(figure.measure, figure.value)
    return name(words.name(group)), number(figure.rows), written, *words.range(figure)


def _told(words: GroupWords, group: Group, figure: Figure) -> str:
    named, _rows, written, low, high = _row(words, group, figure)
    values = {"name": named, "figure": written, "low": low, "high": high}
    return say("{name}: {figure} ({low} to {high})", values)
