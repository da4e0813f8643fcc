"""What the pictures of all columns have alike: their sentence, their numbers, how an answer is written."""

from desktop_app.language import _, name, number, say
from desktop_app.records.explained import Effect, EffectPoint, Explained
from desktop_app.records.record import dataclass
from desktop_app.records.results import Evaluation
from desktop_app.reports.effect_words import OF, answer_text, band_text, effect_text, sparse_text
from desktop_app.reports.pictures.picture import GREY, Field, Key, Picture
from desktop_app.reports.value_words import day_text, number_texts

COLOURED = 1  # enough rows; few are grey


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
    def usual(self) -> float:
        """The usual answer, as the axis counts."""
        return self.times * self.explained.usual

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
        places = [one.at or 0.0 for one in self.effect.points]
        texts = [day_text(at) for at in places] if self.effect.kind == "date" else number_texts(places)
        return texts[self.effect.points.index(point)]

    def row(self, point: EffectPoint) -> tuple[str, ...]:
        """Return the numbers of one point."""
        answers = map(self.answer, (point.mean, point.low, point.high))
        return self.value(point), *answers, number(point.rows)

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


def framed(told: Told, field: Field, rows: tuple[tuple[str, ...], ...]) -> Picture:
    """Return the picture without its marks."""
    header = (name(told.effect.column), _("Average answer"), _("Middle half from"), _("to"), _("Rows near"))
    notes = (band_text(told.effect), sparse_text(told.effect))
    return Picture(
        name=f"effect-{letters(told.place)}",
        title=effect_text(told.effect, told.explained, told.evaluation),
        about=say('How the average answer goes with "{column}"', {"column": told.effect.column}),
        field=field,
        header=header,
        rows=rows,
        keys=(Key(slot=GREY, text=_("Broken line: the usual answer")),),
        notes=tuple(note for note in notes if note),
    )


def letters(place: int) -> str:
    """Return a number as letters, as the name of a picture takes no others."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(place))
