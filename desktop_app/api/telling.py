"""Records of the workspace as programs are told of them."""

from collections.abc import Sequence

from desktop_app.api import said, told
from desktop_app.api.problems import for_programs
from desktop_app.api.told_others import OtherModel
from desktop_app.errors import AppError
from desktop_app.records.jobs import Job
from desktop_app.records.notices import Notice
from desktop_app.records.results import Evaluation
from desktop_app.records.stored import (
    StoredAnswers,
    StoredCompared,
    StoredForecast,
    StoredTable,
    StoredTraining,
)
from desktop_app.records.tables import Column
from desktop_app.reports.answers_words import answers_lines
from desktop_app.reports.beside_card_words import beside_card_words
from desktop_app.reports.forecast_words import forecast_words
from desktop_app.reports.names import reason_word
from desktop_app.reports.notice_words import notice_text
from desktop_app.reports.truth_words import truth_lines
from desktop_app.reports.verdict_words import VerdictWords, verdict_words
from desktop_app.web.context import context
from desktop_app.web.watching import watch

_KINDS: dict[str, told.JobKind] = {
    "import": "table",
    "join": "table",
    "train": "training",
    "finish": "training",
    "answer_table": "prediction",
    "apply": "prediction",
}


def kind_of(job: Job) -> told.JobKind:
    """Return what a job makes."""
    return _KINDS.get(job.journey, "other")


def job_told(job: Job) -> told.Job:
    """Return a job with how far it is."""
    seen = watch(job)
    return told.Job(
        id=job.id,
        kind=kind_of(job),
        state=job.state,
        fraction=seen.percent / 100,
        words=seen.doing,
        seconds_left=None if job.is_over else _seconds_left(job),
        created=job.created,
        result=_made(job) if job.state == "finished" else told.Made(),
        problem=_failure(seen.problem) if seen.problem else None,
    )


def table_brief(stored: StoredTable) -> told.TableBrief:
    """Return a table as lists show it."""
    return told.TableBrief(
        id=stored.id,
        name=stored.name,
        created=stored.created,
        rows=stored.table.rows,
        columns=len(stored.table.columns),
    )


def table_told(stored: StoredTable) -> told.Table:
    """Return a table."""
    return told.Table(
        **table_brief(stored).model_dump(),
        format=stored.table.recipe.format,
        sha256=stored.table.sha256,
        warnings=notices_told(stored.table.warnings),
    )


def column_told(column: Column) -> told.Column:
    """Return one column of a table."""
    return told.Column(
        name=column.name,
        heading=column.in_file,
        type=column.type,
        missing=column.missing,
        distinct=column.distinct,
        unit=column.unit,
        examples=list(column.examples),
    )


def training_brief(training: StoredTraining) -> told.TrainingBrief:
    """Return a training as lists show it."""
    return told.TrainingBrief(
        id=training.id,
        name=training.name,
        created=training.created,
        table=training.table_id or None,
        target=training.plan.target,
        job=training.job_id or None,
        verdict=_verdict(training.evaluation) if training.evaluation else None,
    )


def training_told(training: StoredTraining) -> told.Training:
    """Return a training with what came of it."""
    evaluation = evaluation_told(training.evaluation) if training.evaluation else None
    return told.Training(**dict(training_brief(training)), evaluation=evaluation)


def model_brief(training: StoredTraining, evaluation: Evaluation) -> told.ModelBrief:
    """Return a model as lists show it."""
    return told.ModelBrief(
        id=training.id,
        name=training.name,
        created=training.created,
        table_name=training.table_name,
        target=evaluation.target,
        verdict=_verdict(evaluation),
    )


def model_told(training: StoredTraining, evaluation: Evaluation) -> told.Model:
    """Return a model."""
    return told.Model(**dict(model_brief(training, evaluation)), evaluation=evaluation_told(evaluation))


def other_told(stored: StoredForecast | StoredCompared) -> OtherModel:
    """Return a model that answers no rows."""
    words: VerdictWords | None
    target: str | None = None
    if isinstance(stored, StoredForecast):
        words, target = forecast_words(stored.card.found), stored.card.found.asked.target
    else:
        words = beside_card_words(stored.card).verdict
    verdict = None
    if words:
        verdict = told.Verdict(level=words.level, badge=words.badge, sentence=words.sentence)
    return OtherModel(
        id=stored.id,
        kind="compared" if isinstance(stored, StoredCompared) else "forecast",
        name=stored.name,
        created=stored.created,
        table_name=stored.card.table,
        target=target,
        verdict=verdict,
    )


def prediction_brief(stored: StoredAnswers) -> told.PredictionBrief:
    """Return answers as lists show them."""
    return told.PredictionBrief(
        id=stored.id,
        name=stored.name,
        created=stored.created,
        model=stored.training_id or None,
        rows=stored.table.rows,
        cautions=stored.answers.cautions if stored.answers else 0,
    )


def prediction_told(stored: StoredAnswers, evaluation: Evaluation | None) -> told.Prediction:
    """Return answers with how the table fits the model."""
    answers = stored.answers
    return told.Prediction(
        **dict(prediction_brief(stored)),
        fit=stored.preflight.fit,
        notices=notices_told(stored.preflight.notices),
        headings=list(answers.headings) if answers else [],
        counts=answers.counts if answers else {},
        words=[*answers_lines(answers, evaluation), *truth_lines(answers)] if answers else [],
    )


def evaluation_told(learned: Evaluation) -> told.Evaluation:
    """Return what came of a training: whether to trust it first."""
    score, baseline = learned.score, learned.baseline
    return told.Evaluation(
        task=learned.task,
        target=learned.target,
        classes=list(learned.classes),
        rows=learned.rows,
        verdict=_verdict(learned),
        score=told.Score(
            metric=score.metric, value=score.value, low=score.low, high=score.high, rows=score.rows
        ),
        baseline=told.Baseline(metric=baseline.metric, value=baseline.value, answer=baseline.answer),
        features=list(learned.features),
        left_out=[
            told.LeftOut(column=one.column, reason=one.reason, message=reason_word(one.reason))
            for one in learned.left_out
        ],
        importances=[
            told.Importance(column=one.column, loss=one.loss, low=one.low, high=one.high)
            for one in learned.importances
        ],
        warnings=notices_told(learned.warnings),
    )


def notices_told(notices: Sequence[Notice]) -> list[said.Notice]:
    """Return notices with their sentences."""
    return [
        said.Notice(
            code=notice.code, level=notice.level, message=notice_text(notice), columns=list(notice.columns)
        )
        for notice in notices
    ]


def _verdict(learned: Evaluation) -> told.Verdict:
    words = verdict_words(learned)
    return told.Verdict(level=words.level, badge=words.badge, sentence=words.sentence)


def _made(job: Job) -> told.Made:
    match kind_of(job):
        case "table":
            return told.Made(table=job.subject)
        case "training":
            return told.Made(training=job.subject, model=job.subject)
        case "prediction":
            return told.Made(prediction=job.subject)
    return told.Made()


def _failure(error: AppError) -> said.Failure:
    met = type(error)(for_programs(error.code), **error.values)
    return said.Failure(code=met.code, detail=met.message, hint=met.hint)


def _seconds_left(job: Job) -> float | None:
    return context().jobs.live(job.id).seconds_left
