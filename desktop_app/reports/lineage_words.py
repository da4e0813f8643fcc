"""From which model one was learned again, in words, and how the two do on the same rows."""

import datetime

from desktop_app.language import _, date
from desktop_app.records.comparing import Comparison
from desktop_app.records.lineage import Against
from desktop_app.records.results import Evaluation
from desktop_app.reports.compare_words import compared_texts
from desktop_app.reports.notice_words import text_of


def lineage_text(evaluation: Evaluation) -> str:
    """Return from which model one was learned again; nothing where it was not."""
    lineage = evaluation.lineage
    if lineage is None:
        return ""
    moment = datetime.datetime.fromisoformat(lineage.created).astimezone()
    values = {
        "name": lineage.name,
        "date": date(moment),
        "then": lineage.rows_then,
        "count": lineage.rows_new,
    }
    if not lineage.rows_new:
        return text_of("again.from_same", values)
    return text_of("again.from" if lineage.joined else "again.from_alone", values)


def against_texts(evaluation: Evaluation) -> tuple[str, ...]:
    """Return how a model and the one before it do on the same rows; nothing where there are none."""
    lineage = evaluation.lineage
    if lineage is None or not lineage.rows_new:
        return ()
    if lineage.against is None:
        return (text_of("again.not_alike"),)
    compared = _comparison(lineage.against, evaluation)
    told = compared_texts(compared, (_("The new model"), lineage.name), evaluation)
    if compared.problem or lineage.is_known:
        return told
    unknown = text_of("again.not_known", {"rows": compared.rows})
    return (told[0], unknown, *told[2:])


def lineage_lines(evaluation: Evaluation) -> tuple[str, ...]:
    """Return all that is said of the model before; nothing where there is none."""
    return (lineage_text(evaluation), *against_texts(evaluation)) if evaluation.lineage else ()


def _comparison(against: Against, evaluation: Evaluation) -> Comparison:
    return Comparison(
        metric=evaluation.score.metric,
        rows=against.rows,
        problem=against.problem,
        first=against.now,
        second=against.before,
        low=against.low,
        high=against.high,
        k=against.k,
    )
