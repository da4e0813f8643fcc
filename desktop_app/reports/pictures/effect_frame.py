"""What the pictures of all columns have alike: their sentence, their numbers, how an answer is written."""

from collections.abc import Sequence

from desktop_app.language import _, name, number, say
from desktop_app.records.explained import Effect, EffectPoint, Explained
from desktop_app.records.record import dataclass
from desktop_app.records.results import Evaluation
from desktop_app.reports.effect_words import OF, answer_text, band_text, effect_text, sparse_text
from desktop_app.reports.pictures.axes import BOTTOM, HEIGHT, RIGHT, TOP, WIDTH
from desktop_app.reports.pictures.day_axis import day_text
from desktop_app.reports.pictures.picture import Key, Picture

GREY, COLOURED = 0, 1  # slots: few rows, and enough of them
_FOUR_DIGITS = 9_999.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A column to draw, and all that its answers are written by."""

    effect: Effect
    place: int  # on its page
    explained: Explained
    evaluation: Evaluation

    @property
    def times(self) -> int:
        """How many times as large an answer is on its axis: a chance is a count of 100."""
        return OF if self.explained.value else 1

    @property
    def answer_name(self) -> str:
        """What the axis of the answers is called."""
        return answer_name(self.explained, self.evaluation)

    def answer(self, value: float) -> str:
        """Return an average answer as it is written."""
        return answer_text(value, self.explained, self.evaluation)

    def value(self, point: EffectPoint) -> str:
        """Return a value of the column as it is written."""
        if self.effect.kind == "category":
            return name(point.label)
        if self.effect.kind == "date":
            return day_text(point.at or 0.0)
        text = number(point.at or 0.0, digits=4)
        return text.replace(",", "") if abs(point.at or 0.0) < _FOUR_DIGITS else text

    def title(self, point: EffectPoint) -> str:
        """Return what is said of one point."""
        values = {"value": self.value(point), "answer": self.answer(point.mean)}
        if self.explained.value:
            return say("{value}: {answer} of {of} on average", values | {"of": OF})
        return say("{value}: {answer} on average", values)

    def span(self) -> tuple[float, float]:
        """Return the least and the greatest answer that is drawn, as its axis counts."""
        points = self.effect.points
        values = [value for point in points for value in (point.mean, point.low, point.high)]
        values.append(self.explained.usual)
        return self.times * min(values), self.times * max(values)


def answer_name(explained: Explained, evaluation: Evaluation) -> str:
    """Return what an axis of average answers is called."""
    if explained.value:
        return say('Chance of "{yes}", of {of}', {"yes": explained.value, "of": OF})
    return say('Answer for "{target}"', {"target": evaluation.target})


def frame(told: Told, points: Sequence[EffectPoint]) -> Picture:
    """Return the picture without its marks; its numbers in the order of *points*."""
    header = (name(told.effect.column), _("Average answer"), _("Middle half from"), _("to"), _("Rows near"))
    rows = tuple(
        (
            told.value(point),
            told.answer(point.mean),
            told.answer(point.low),
            told.answer(point.high),
            number(point.rows),
        )
        for point in points
    )
    notes = (band_text(told.effect), sparse_text(told.effect))
    return Picture(
        name=f"effect-{letters(told.place)}",
        title=effect_text(told.effect, told.explained, told.evaluation),
        about=say('How the average answer goes with "{column}"', {"column": told.effect.column}),
        width=WIDTH,
        height=HEIGHT,
        left=0,
        right=RIGHT,
        top=TOP,
        bottom=BOTTOM,
        header=header,
        rows=rows,
        keys=(Key(slot=GREY, text=_("Broken line: the usual answer")),),
        notes=tuple(note for note in notes if note),
    )


def letters(place: int) -> str:
    """Return a number as letters, as the name of a picture takes no others."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(place))
