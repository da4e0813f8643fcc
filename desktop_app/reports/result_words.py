"""What a results page says below the verdict: candidates, columns, mix-ups, and misses."""

from desktop_app.records.plans import LeftOut
from desktop_app.records.results import Candidate, Evaluation, Importance
from desktop_app.reports import counting
from desktop_app.reports.answers_meant import most_mixed, total, yes_and_no
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.verdict_numbers import Values, amounts_of, found_values, verdict_values


def question_title(evaluation: Evaluation) -> str:
    """Return the question that a training answers."""
    values: Values = {"target": evaluation.target}
    if evaluation.task == "regression":
        return text_of("question.number", values)
    if len(evaluation.classes) != 2:
        return text_of("question.many", values)
    yes, no = yes_and_no(evaluation)
    return text_of("question.two", values | {"yes": yes, "no": no})


def left_out_text(left_out: LeftOut, rows: int, target: str = "") -> str:
    """Return why a column is not learned from."""
    return text_of(
        f"plan.left_out_{left_out.reason}",
        {"column": left_out.column, "count": left_out.count, "rows": rows, "target": target},
    )


def candidate_text(candidate: Candidate, evaluation: Evaluation) -> str:
    """Return how well one of the models that were tried did on hidden parts of the data."""
    if candidate.failed:
        return text_of("learn.candidate_failed", {"kind": candidate.name})
    if evaluation.task == "regression":
        miss = amounts_of(evaluation).near(candidate.practice)
        return text_of("candidate.score_number", {"kind": candidate.name, "miss": miss})
    of = counting.page_of(evaluation)
    right = counting.count(candidate.practice, of)
    return text_of("candidate.score", {"kind": candidate.name, "right": right, "of": of})


def baseline_text(evaluation: Evaluation) -> str:
    """Return what the simplest guess is and how well it does on the same rows."""
    values = verdict_values(evaluation)
    if evaluation.task == "regression":
        return text_of("baseline.number", values)
    return text_of("baseline.rare" if evaluation.verdict.shape == "rare" else "baseline.kinds", values)


def importance_title(evaluation: Evaluation) -> str:
    """Return the sentence over the picture of what matters; nothing when no column measurably does."""
    used = [item for item in evaluation.importances if item.low > 0]
    if not used:
        return ""
    return text_of("why.importance", {"column": max(used, key=lambda item: item.loss).column})


def importance_text(item: Importance, evaluation: Evaluation) -> str:
    """Return how much worse the model gets without what one column says."""
    if evaluation.task == "regression":
        written = amounts_of(evaluation)
        amounts: Values = {
            "more": written.near(item.loss),
            "low": written.low(item.low),
            "high": written.high(item.high),
        }
        return text_of("why.importance_number", {"column": item.column} | amounts)
    rare = evaluation.rare if evaluation.verdict.shape == "rare" else None
    of = rare.k if rare else counting.page_of(evaluation)
    counts: Values = {
        "column": item.column,
        "of": of,
        "k": of,
        "less": counting.count(item.loss, of, is_wrong=True),
        "low": counting.low(item.low, of),
        "high": counting.high(item.high, of),
    }
    return text_of("why.importance_one_rare" if rare else "why.importance_one", counts)


def unused_text(evaluation: Evaluation) -> str:
    """Return which columns the model makes no measurable use of; nothing when it uses all."""
    return text_of(
        "why.importance_none", {"columns": [item.column for item in evaluation.importances if item.low <= 0]}
    )


def importance_limit(evaluation: Evaluation) -> str:
    """Return what the picture of what matters does not show."""
    return text_of("why.importance_limit", {"target": evaluation.target})


def confusion_text(evaluation: Evaluation) -> str:
    """Return the sentence over the table of right and wrong answers."""
    confusion = evaluation.confusion
    if confusion is None:
        return ""
    of = counting.page_of(evaluation)
    if len(confusion.labels) != 2:
        mixed = most_mixed(confusion)
        if mixed is None:
            return ""
        count = counting.count(mixed.rows / total(confusion), of, is_wrong=True)
        return text_of(
            "verdict.good.many.help",
            {"kind_a": mixed.really, "kind_b": mixed.taken_for, "mixed": count, "of": of},
        )
    yes = confusion.labels.index(yes_and_no(evaluation)[0])
    true, really, said = (
        confusion.counts[yes][yes],
        sum(confusion.counts[yes]),
        sum(row[yes] for row in confusion.counts),
    )
    values: Values = {"yes": confusion.labels[yes], **found_values(true, really, of)}
    if not said:
        return text_of("why.threshold_never", values)
    return text_of("why.threshold", values | found_values(true, said, of, name="true"))


def misses_text(evaluation: Evaluation) -> str:
    """Return how far the answers to a number are off, over the picture of real against answered."""
    if evaluation.misses is None:
        return ""
    written = amounts_of(evaluation)
    return text_of(
        "why.misses",
        {
            "miss": written.near(evaluation.score.value),
            "half": written.near(evaluation.misses.half),
            "tenth": written.near(evaluation.misses.tenth),
        },
    )


def ranges_text(evaluation: Evaluation) -> str:
    """Return whether the ranges beside the answers keep what they promise."""
    if evaluation.misses is None:
        return ""
    of = counting.page_of(evaluation)
    return text_of("why.ranges", {"held": counting.count(evaluation.misses.coverage, of), "of": of})
