"""The numbers that the sentences of a verdict carry, apart from the sentences."""

from desktop_app import counting
from desktop_app.records.results import Confusion, Evaluation
from desktop_app.reports.answers_meant import most_mixed, often_mixed, recalls, total, yes_and_no

Values = dict[str, object]


def amounts_of(evaluation: Evaluation, rows: int | None = None) -> counting.Amounts:
    """Return how numbers in the unit of the target are written on a training's pages.

    Of a part of the tested rows, *rows* are those that the numbers come from.
    """
    score = evaluation.score
    return counting.amounts(
        tested=score.rows if rows is None else rows,
        decimals=evaluation.decimals,
        different=(score.value, evaluation.baseline.value),
    )


def verdict_values(evaluation: Evaluation) -> Values:
    """Return the values of the verdict's sentences; what is not known is not among them."""
    shape = evaluation.verdict.shape
    values: Values = {
        "target": evaluation.target,
        "tested": evaluation.score.rows,
        "rows": evaluation.rows,
        "folds": evaluation.folds,
        "tried": sum(
            not tried.failed and tried.name not in ("baseline", "together") for tried in evaluation.candidates
        ),
        "by": evaluation.tested_column,
        "things": evaluation.tested_things,
        "after": evaluation.tested_after,
        "columns": [item.column for item in evaluation.importances if item.low > 0][:3],
    }
    if evaluation.give_away:
        values["column"] = evaluation.give_away.column
    if not evaluation.is_tested:
        return values
    if shape == "number":
        return values | _number_values(evaluation)
    values |= _kind_values(evaluation)
    return values | (_rare_values(evaluation) if shape == "rare" else _count_values(evaluation))


def _kind_values(evaluation: Evaluation) -> Values:
    yes, no = yes_and_no(evaluation)
    return {"yes": yes, "no": no, "common": evaluation.common, "count": len(evaluation.classes)}


def _count_values(evaluation: Evaluation) -> Values:
    score, of = evaluation.score, counting.page_of(evaluation)
    values: Values = {
        "of": of,
        "right": counting.count(score.value, of),
        "wrong": counting.count(1 - score.value, of, is_wrong=True),
        "low": counting.low(score.low, of),
        "high": counting.high(score.high, of),
        "guess": counting.count(evaluation.baseline.value, of),
    }
    if evaluation.give_away:
        values["without"] = counting.count(evaluation.give_away.without, of)
    if evaluation.seen is not None:
        values["seen"] = counting.count(evaluation.seen, of)
    return values | (_mix_up_values(evaluation.confusion, evaluation, of) if evaluation.confusion else {})


def _mix_up_values(confusion: Confusion, evaluation: Evaluation, of: int) -> Values:
    """Return what "what would help" says of many kinds: each level looks at another side of the mix-ups."""
    level = evaluation.verdict.level
    if level == "useful" and (tested := recalls(confusion)):
        worst = min(tested, key=lambda recall: recall.found / recall.rows)
        return {"kind_a": worst.kind, **found_values(worst.found, worst.rows, of)}
    mixed = most_mixed(confusion, both_ways=True) if level == "weak" else often_mixed(confusion)
    if mixed is None:
        return {}
    share = mixed.rows / total(confusion)
    return {
        "kind_a": mixed.really,
        "kind_b": mixed.taken_for,
        "mixed": counting.count(share, of, is_wrong=True),
    }


def found_values(found: int, rows: int, of: int, *, name: str = "found") -> Values:
    """Return "{found} of {found_of}": out of the page's denominator, or of the rows where they are fewer."""
    out_of = min(of, rows)
    return {name: counting.count(found / rows, out_of) if rows else 0, f"{name}_of": out_of}


def _rare_values(evaluation: Evaluation) -> Values:
    rare, score = evaluation.rare, evaluation.score
    if rare is None:
        return {}
    return {
        "k": rare.k,
        "found": rare.found,
        "random": counting.count(rare.random / rare.k, rare.k) if rare.k else 0,
        "low": counting.low(score.low, rare.k),
        "high": counting.high(score.high, rare.k),
        "guess": counting.count(evaluation.baseline.value, rare.k),
        "positives": rare.positives,
        "all_yes": rare.test_positives,
        "missed": max(0, rare.test_positives - rare.found),
    }


def _number_values(evaluation: Evaluation) -> Values:
    score, guess, written = evaluation.score, evaluation.baseline.value, amounts_of(evaluation)
    values: Values = {
        "miss": written.near(score.value),
        "low": written.low(score.low),
        "high": written.high(score.high),
        "guess": written.near(guess),
        "mean": mean_text(evaluation),
    }
    if evaluation.give_away:
        values["without"] = written.near(evaluation.give_away.without)
    if evaluation.seen is not None:
        values["seen"] = written.near(evaluation.seen)
    if evaluation.misses:
        values["half"] = written.near(evaluation.misses.half)
        values["tenth"] = written.near(evaluation.misses.tenth)
    return values


def mean_text(evaluation: Evaluation) -> str:
    """Return the simplest guess of a number, no finer than it misses by."""
    try:
        mean = float(evaluation.baseline.answer)
    except ValueError:
        return evaluation.baseline.answer
    return amounts_of(evaluation).level(mean, beside=evaluation.baseline.value)
