"""The whole page on which a row is tried, as its templates show it."""

from desktop_app.records.record import dataclass
from desktop_app.reports.notice_words import text_of
from desktop_app.web.new_data import model_caution, model_doubt
from desktop_app.web.trying.answer import Answer
from desktop_app.web.trying.asking import Subject
from desktop_app.web.trying.fields import Field, field_of
from desktop_app.web.trying.like import Asking, Change, Similar
from desktop_app.web.trying.trial import Origin, Trial, before_text

FIRST_FIELDS = 12  # the others are folded away


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was asked for beside the fields; None where it was not, or is not known yet."""

    answer: Answer | None = None
    similar: Similar | None = None
    change: Change | None = None
    said: str = ""  # of a row that could not be taken
    kept: str = ""  # of a row that was kept
    is_more_open: bool = False  # the fields that are folded away at first


@dataclass(frozen=True, slots=True, kw_only=True)
class Trying:
    """The fields, what leads back, the answer, and what can be asked besides."""

    training_id: str
    target: str
    doubt: str  # why this model should answer nothing, if it should not
    caution: str  # why its answers need care, if they do
    has_past_rows: bool  # there may be some to compare with: not of a model that was made elsewhere
    first: tuple[Field, ...]
    more: tuple[Field, ...]
    notes: tuple[str, ...]  # of columns that have no field
    before: str
    can_undo: bool
    row: int
    rows: int
    real: str  # what really came of the row of the table
    asking: Asking
    found: Found

    @property
    def fields(self) -> tuple[Field, ...]:
        """All of them, those that matter most first."""
        return (*self.first, *self.more)


def trying_of(subject: Subject, trial: Trial, asking: Asking, found: Found) -> Trying:
    """Return what the page shows of a row that is tried."""
    fields = tuple(field_of(known, trial.texts[known.key]) for known in subject.shown)
    return Trying(
        training_id=subject.training.id,
        target=subject.evaluation.target,
        doubt=model_doubt(subject.evaluation),
        caution=model_caution(subject.evaluation),
        has_past_rows=not subject.evaluation.is_brought,
        first=fields[:FIRST_FIELDS],
        more=fields[FIRST_FIELDS:],
        notes=_notes(subject),
        before=before_text(trial),
        can_undo=bool(trial.steps),
        row=trial.origin.row,
        rows=subject.rows,
        real=real_text(trial.origin, subject.evaluation.target),
        asking=asking,
        found=found,
    )


def _notes(subject: Subject) -> tuple[str, ...]:
    unknown = (known.name for known in subject.known if known.kind == "unknown")
    said = [text_of("why.try_unknown", {"column": column}) for column in unknown]
    if others := len(subject.known) - len(said) - len(subject.shown):
        said.append(text_of("why.try_others", {"count": others}))
    return tuple(said)


def real_text(origin: Origin, target: str) -> str:
    """Return what really came of the row that a person started from; nothing where it was none."""
    if not origin.row:
        return ""
    values = {"row": origin.row, "target": target, "value": origin.real}
    if not origin.real:
        return text_of("why.real_empty", values)
    return f"{text_of('why.real', values)} {text_of('why.real_limit')}"
