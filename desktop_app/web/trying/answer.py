"""The answer to the row that is tried, as the page shows it beside the fields."""

from desktop_app.errors import AppError
from desktop_app.records.asking import Ask, Reply
from desktop_app.records.notices import Notice
from desktop_app.records.record import dataclass
from desktop_app.reports.charts import Rect
from desktop_app.reports.notice_words import notice_text, text_of
from desktop_app.reports.result_words import importance_limit
from desktop_app.reports.row_words import (
    RangeBar,
    ReasonBar,
    answer_text,
    chance_parts,
    is_undecided,
    range_bar,
    reason_bars,
    reasons_title,
    turned,
)
from desktop_app.web.trying.asking import Subject, ask
from desktop_app.web.trying.trial import Trial, cells_of, mend_text

BESIDE_FIELDS = ("caution.above", "caution.below")  # said there, with a button
OF_THE_MODEL = ("caution.guessing", "caution.suspicious", "caution.untested")  # said over the page


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is said of the row; where something is wrong, nothing but that."""

    text: str = ""
    is_undecided: bool = False
    parts: tuple[Rect, ...] = ()
    range: RangeBar | None = None
    reasons_title: str = ""
    reasons: tuple[ReasonBar, ...] = ()
    limit: str = ""
    cautions: tuple[str, ...] = ()
    mend: str = ""  # what has to be done before there is an answer
    problem: AppError | None = None


def answer_to(subject: Subject, trial: Trial) -> Answer:
    """Return what the model says of the row, or why it says nothing."""
    if mend := mend_text(trial, subject.shown):
        return Answer(mend=mend)
    cells, decision = cells_of(trial, subject.known), subject.training.decision
    try:
        reply = ask(subject, Ask(about="answer", cells=cells, decision=decision))
    except AppError as error:
        return Answer(problem=error)
    return _answer(subject, reply)


def _answer(subject: Subject, reply: Reply) -> Answer:
    asked = subject.asked
    spread = (reply.high or 0.0) - (reply.low or 0.0)
    why = turned(reply.why, asked) if reply.why else None
    reasons = reason_bars(why, asked) if why else ()
    return Answer(
        text=answer_text(reply, asked),
        is_undecided=is_undecided(reply, asked),
        parts=chance_parts(reply, asked),
        range=range_bar(reply, asked, _usual(subject)),
        reasons_title=_title(reasons_title(why, asked, spread) if why else "", reasons),
        reasons=reasons,
        limit=importance_limit(subject.evaluation) if reasons else "",
        cautions=_cautions(subject, reply.cautions),
    )


def _title(title: str, reasons: tuple[ReasonBar, ...]) -> str:
    return title if reasons or not title else text_of("why.reasons_none")


def _usual(subject: Subject) -> tuple[float, float] | None:
    """Return between which ends most numbers of the column to predict lie."""
    target = subject.target
    if target is None or target.low is None or target.high is None:
        return None
    return target.low, target.high


def _cautions(subject: Subject, cautions: tuple[Notice, ...]) -> tuple[str, ...]:
    """Return the cautions that stand nowhere else on the page."""
    with_field = {known.name for known in subject.shown}

    def is_elsewhere(notice: Notice) -> bool:
        column = notice.values.get("column")
        return notice.code in OF_THE_MODEL or (notice.code in BESIDE_FIELDS and column in with_field)

    texts = (notice_text(notice) for notice in cautions if not is_elsewhere(notice))
    return tuple(text for text in texts if text)
