"""How right a model was in one new file after the other, beside what was promised."""

from collections.abc import Sequence

from desktop_app import counting
from desktop_app.language import _, name, number, say
from desktop_app.records.models import Truth
from desktop_app.records.results import Evaluation, Score
from desktop_app.reports.held_words import HeldFile, held_text
from desktop_app.reports.measured import measure_text, on_axis, out_of
from desktop_app.reports.pictures.axes import apart, field_over, round_numbers
from desktop_app.reports.pictures.picture import GREY, Area, Curve, Dot, Field, Key, Picture, Point, Tick
from desktop_app.reports.truth_words import holds_word, is_promised
from desktop_app.reports.verdict_numbers import amounts_of

MOST_FILES = 60  # whose points can be told apart
_SLOTS, _PROMISE = {"fits": 1, "worse": 2, "few": GREY}, 3  # colours
_BESIDE = 0.5  # of the way to the next file: so far the promise of a file is drawn


def held(files: Sequence[HeldFile], evaluation: Evaluation) -> Picture | None:
    """Return the picture of the newest files, the oldest of them first; None of fewer than two."""
    shown = files[-MOST_FILES:]
    if len(shown) < 2:
        return None
    field, measure = _field(shown, evaluation), measure_text(evaluation)
    promises = [file for file in shown if is_promised(file.truth)]
    return Picture(
        name="still-right",
        title=held_text(files),
        about=_(
            "Each file across, the oldest first, how right it was up, with its range; a band: the promise."
        ),
        field=field,
        across=_days(shown, field),
        across_name=_("Day on which a file was brought"),
        up_name=measure,
        areas=(_promised(shown, field, evaluation),) if promises else (),
        curves=tuple(_range(place, file.truth, field, evaluation) for place, file in enumerate(shown)),
        dots=tuple(_dot(place, file, field, evaluation) for place, file in enumerate(shown)),
        keys=(*_keys(shown), *(_promise_key() if promises else ())),
        header=(_("File"), _("Brought"), measure, _("Low end"), _("High end"), _("Promised"), _("Holds")),
        rows=tuple(_row(file, evaluation) for file in shown),
        notes=_notes(files),
    )


def _promise_key() -> tuple[Key]:
    return (Key(slot=_PROMISE, text=_("The range that was promised")),)


def _notes(files: Sequence[HeldFile]) -> tuple[str, ...]:
    if len(files) <= MOST_FILES:
        return ()
    return (say("The newest {count} of {of} files.", {"count": MOST_FILES, "of": len(files)}),)


def _field(files: Sequence[HeldFile], evaluation: Evaluation) -> Field:
    ends = [
        on_axis(evaluation, end)
        for file in files
        for score in (file.truth.score, *([file.truth.promised] if is_promised(file.truth) else []))
        for end in (score.low, score.high)
    ]
    is_count = evaluation.score.metric != "mean_absolute_error"
    marks = round_numbers(min(ends), max(ends), whole=is_count)
    return field_over(marks, -_BESIDE, len(files) - 1 + _BESIDE)


def _days(files: Sequence[HeldFile], field: Field) -> tuple[Tick, ...]:
    """Return the days on which files were brought, each at the first of its files."""
    first: dict[str, int] = {}
    for place, file in enumerate(files):
        first.setdefault(file.day, place)
    return apart([Tick(at=field.across.place(place), label=day) for day, place in first.items()])


def _promised(files: Sequence[HeldFile], field: Field, evaluation: Evaluation) -> Area:
    """Return the band of what was promised, which differs where another line was decided on."""
    lows: list[Point] = []
    highs: list[Point] = []
    for place, file in enumerate(files):
        for x in (place - _BESIDE, place + _BESIDE):
            lows.append((x, on_axis(evaluation, file.truth.promised.low)))
            highs.append((x, on_axis(evaluation, file.truth.promised.high)))
    return field.area(lows, highs, slot=_PROMISE)


def _range(place: int, truth: Truth, field: Field, evaluation: Evaluation) -> Curve:
    ends = ((place, on_axis(evaluation, end)) for end in (truth.score.low, truth.score.high))
    return field.line(ends, slot=_SLOTS[truth.holds])


def _dot(place: int, file: HeldFile, field: Field, evaluation: Evaluation) -> Dot:
    x, y = field.place(place, on_axis(evaluation, file.truth.score.value))
    named, day, value, low, high, _promise, holds = _row(file, evaluation)
    values = {"name": named, "day": day, "value": value, "low": low, "high": high, "holds": holds}
    title = say("{name}, {day}: {value} ({low} to {high}). {holds}", values)
    return Dot(x=x, y=y, title=title, slot=_SLOTS[file.truth.holds])


def _keys(files: Sequence[HeldFile]) -> list[Key]:
    """Return what the colours of the points stand for, of those that there are."""
    words = {file.truth.holds: holds_word(file.truth) for file in files}
    return [Key(slot=slot, text=words[holds]) for holds, slot in _SLOTS.items() if holds in words]


def _row(file: HeldFile, evaluation: Evaluation) -> tuple[str, ...]:
    truth = file.truth
    return (
        name(file.name),
        file.day,
        *_written(truth.score, evaluation),
        _written(truth.promised, evaluation)[0] if is_promised(truth) else "",
        holds_word(truth),
    )


def _written(score: Score, evaluation: Evaluation) -> tuple[str, str, str]:
    """Return a score and the ends of its range."""
    if score.metric == "mean_absolute_error":
        amounts = amounts_of(evaluation)
        return amounts.near(score.value), amounts.low(score.low), amounts.high(score.high)
    of = out_of(evaluation)
    value = counting.count(score.value, of)
    ends = counting.low(score.low, of), counting.high(score.high, of)
    return value if isinstance(value, str) else number(value), number(ends[0]), number(ends[1])
