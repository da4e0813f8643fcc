"""What was found out about a model after learning, in sentences."""

from collections.abc import Sequence
from itertools import combinations

from desktop_app import counting
from desktop_app.language import _
from desktop_app.records.explained import Effect, EffectPoint, Explained, Pair, Together
from desktop_app.records.results import Evaluation
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.sparse import dense_points, rows_between, sparse_parts
from desktop_app.reports.value_words import bin_names
from desktop_app.reports.verdict_numbers import Values, amounts_of

OF = 100  # chances are said out of it, however few rows were tested
_ONE_WAY = 0.8  # of the height of a curve: it goes from one end to the other


def answer_text(value: float, explained: Explained, evaluation: Evaluation) -> str:
    """Return an average answer: a chance as a count of 100, or an amount no finer than it misses by."""
    if explained.value:
        return str(counting.count(value, OF))
    return amounts_of(evaluation).level(value, beside=evaluation.score.value)


def effect_text(effect: Effect, explained: Explained, evaluation: Evaluation) -> str:
    """Return in one sentence how the average answer goes with a column."""
    points = dense_points(effect)
    lowest = min(points, key=lambda point: point.mean)
    highest = max(points, key=lambda point: point.mean)
    way, start, end = _way(effect, points, lowest, highest)
    values: Values = {
        "column": effect.column,
        "yes": explained.value,
        "of": OF,
        "from": answer_text(start.mean, explained, evaluation),
        "to": answer_text(end.mean, explained, evaluation),
        "lowest": lowest.label,
        "highest": highest.label,
    }
    if values["from"] == values["to"]:
        return text_of("why.effect_flat", values)
    codes = {
        "one": ("why.effect", "why.effect_number"),
        "bent": ("why.effect_bent", "why.effect_bent_number"),
        "kinds": ("why.effect_kinds", "why.effect_kinds_number"),
    }
    return text_of(codes[way][0 if explained.value else 1], values)


def _way(
    effect: Effect, points: Sequence[EffectPoint], lowest: EffectPoint, highest: EffectPoint
) -> tuple[str, EffectPoint, EffectPoint]:
    """Return how a curve goes, and the points that its sentence names."""
    if effect.kind == "category":
        return "kinds", lowest, highest
    first, last = points[0], points[-1]
    if abs(last.mean - first.mean) >= _ONE_WAY * (highest.mean - lowest.mean):
        return "one", first, last
    return "bent", lowest, highest


def sparse_text(effect: Effect) -> str:
    """Return how little stands behind the grey part of a curve; nothing where there is none."""
    few = sparse_parts(effect)
    if not any(few):
        return ""
    if effect.kind == "category":
        return text_of("why.effect_few_levels")
    between = rows_between(effect.points)
    rows = sum(rows for rows, is_few in zip(between, few, strict=True) if is_few)
    return text_of("why.effect_sparse", {"sparse": round(rows), "rows": effect.rows})


def band_text(effect: Effect) -> str:
    """Return what the band around a curve, or the bar of a value, stands for."""
    return text_of("why.effect_bars" if effect.kind == "category" else "why.effect_band")


def together_text(together: Together, evaluation: Evaluation) -> str:
    """Return which columns go together, and how much worse it gets without what all of them say."""
    told = text_of("why.together", {"columns": list(together.columns)})
    return f"{told} {_loss_text(together, evaluation)}"


def _loss_text(together: Together, evaluation: Evaluation) -> str:
    if together.low <= 0:
        return text_of("why.together_none")
    if evaluation.task == "regression":
        written = amounts_of(evaluation)
        return text_of(
            "why.together_number",
            {
                "more": written.near(together.loss),
                "low": written.low(together.low),
                "high": written.high(together.high),
            },
        )
    rare = evaluation.rare if evaluation.verdict.shape == "rare" else None
    of = rare.k if rare else counting.page_of(evaluation)
    counts: Values = {
        "of": of,
        "k": of,
        "less": counting.count(together.loss, of, is_wrong=True),
        "low": counting.low(together.low, of) or _(counting.FEWER_THAN_ONE),
        "high": counting.high(together.high, of),
    }
    return text_of("why.together_one_rare" if rare else "why.together_one", counts)


def pair_text(pair: Pair, explained: Explained, evaluation: Evaluation) -> str:
    """Return that the effects of two columns do not add up, with the four fields that show it best."""
    start, end, here, there = _contrast(pair)
    firsts, seconds = bin_names(pair.first), bin_names(pair.second)

    def written(first: int, second: int) -> str:
        return answer_text(pair.means[first][second], explained, evaluation)

    values: Values = {
        "first": pair.first.column,
        "second": pair.second.column,
        "yes": explained.value,
        "of": OF,
        "start": firsts[start],
        "end": firsts[end],
        "here": seconds[here],
        "there": seconds[there],
        "from": written(start, here),
        "to": written(end, here),
        "low": written(start, there),
        "high": written(end, there),
    }
    shown = text_of("why.pair_chance" if explained.value else "why.pair_number", values)
    return f"{text_of('why.pair', values)} {shown}"


def _contrast(pair: Pair) -> tuple[int, int, int, int]:
    """Return two values of either column between which the sum of both effects is furthest off."""
    means = pair.means

    def off(places: tuple[int, int, int, int]) -> float:
        start, end, here, there = places
        return abs(means[end][here] - means[start][here] - means[end][there] + means[start][there])

    possible = [
        (start, end, here, there)
        for start, end in combinations(range(len(means)), 2)
        for here, there in combinations(range(len(means[0])), 2)
    ]
    return max(possible, key=off)
