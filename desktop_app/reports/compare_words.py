"""Two models of one table in words: which is better, by how much, and whether that is more than luck."""

from desktop_app import counting
from desktop_app.records.comparing import Comparison
from desktop_app.records.results import Evaluation, Metric
from desktop_app.reports.answers_meant import yes_and_no
from desktop_app.reports.measured import measured, out_of
from desktop_app.reports.notice_words import text_of

_FEWEST = 50  # rows in common
_COMPARED: dict[Metric, str] = {
    "accuracy": "why.compare",
    "balanced_accuracy": "why.compare_even",
    "precision_at_k": "why.compare_rare",
    "mean_absolute_error": "why.compare_number",
}
_SCORES: dict[Metric, str] = {
    "accuracy": "compare.score",
    "balanced_accuracy": "compare.score_even",
    "precision_at_k": "compare.score_rare",
    "mean_absolute_error": "compare.score_number",
}


def score_text(evaluation: Evaluation) -> str:
    """Return how good a model is in a few words, for a list."""
    of = out_of(evaluation)
    yes, right = yes_and_no(evaluation)[0], measured(evaluation, evaluation.score.value)
    return text_of(_SCORES[evaluation.score.metric], {"right": right, "of": of, "k": of, "yes": yes})


def compared_texts(compared: Comparison, names: tuple[str, str], evaluation: Evaluation) -> tuple[str, ...]:
    """Return which of two models is better; *evaluation* is that of the first."""
    if compared.problem == "rows":
        return (text_of("compare.rows"),)
    if compared.problem == "few":
        return (text_of("compare.few", {"rows": compared.rows, "need": _FEWEST}),)
    of = _of(compared, evaluation)
    values: dict[str, object] = {
        "a": names[0],
        "b": names[1],
        "right_a": _written(compared, compared.first, evaluation),
        "right_b": _written(compared, compared.second, evaluation),
        "of": of,
        "k": of,
        "yes": yes_and_no(evaluation)[0],
    }
    told = f"{text_of(_COMPARED[compared.metric], values)} {text_of(_judgement(compared))}"
    tested = text_of("compare.tested", {"rows": compared.rows})
    return (told, tested, *_range(compared, names, evaluation))


def _judgement(compared: Comparison) -> str:
    if compared.low == compared.high == 0:
        return "why.compare.same"
    return "why.compare.clear" if compared.is_clear else "why.compare.luck"


def _range(compared: Comparison, names: tuple[str, str], evaluation: Evaluation) -> tuple[str, ...]:
    """Return how far the one or the other could be ahead; nothing where they answer alike."""
    if compared.low == compared.high == 0:
        return ()
    is_number = compared.metric == "mean_absolute_error"
    low, high = (-compared.high, -compared.low) if is_number else (compared.low, compared.high)
    if high < 0 or (high == 0 and low < 0):
        low, high, names = -high, -low, (names[1], names[0])
    values: dict[str, object] = {"a": names[0], "b": names[1], "of": _of(compared, evaluation)}
    if is_number:
        amounts = _amounts(compared, evaluation)
        values |= {"low": amounts.low(low) if low > 0 else amounts.high(-low), "high": amounts.high(high)}
        return (text_of("compare.ahead_number" if low > 0 else "compare.either_number", values),)
    of = _of(compared, evaluation)
    values |= {"low": counting.low(low, of) if low > 0 else counting.high(-low, of)}
    values |= {"high": counting.high(high, of)}
    return (text_of("compare.ahead" if low > 0 else "compare.either", values),)


def _of(compared: Comparison, evaluation: Evaluation) -> int:
    if compared.metric == "precision_at_k":
        return max(1, compared.k)
    shares = (compared.first, compared.second, 1 - compared.first, 1 - compared.second)
    if compared.metric == "mean_absolute_error":
        return counting.page_of(evaluation)
    return counting.denominator(compared.rows, shares, different=(compared.first, compared.second))


def _written(compared: Comparison, value: float, evaluation: Evaluation) -> int | str:
    if compared.metric == "mean_absolute_error":
        return _amounts(compared, evaluation).near(value)
    return counting.count(value, _of(compared, evaluation))


def _amounts(compared: Comparison, evaluation: Evaluation) -> counting.Amounts:
    """Return how misses are written, so that two that differ look different."""
    different = (compared.first, compared.second)
    return counting.amounts(tested=compared.rows, decimals=evaluation.decimals, different=different)
