"""What a results page says below the verdict: candidates, columns, mix-ups, and misses."""

from dataclasses import replace

from desktop_app import counting
from desktop_app.language import _, readable
from desktop_app.records.notices import Notice, Value
from desktop_app.records.plans import LeftOut
from desktop_app.records.results import Candidate, Evaluation, Importance
from desktop_app.reports.answers_meant import often_mixed, total, yes_and_no
from desktop_app.reports.measured import out_of
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.verdict_numbers import Values, amounts_of, found_values, verdict_values

WIDE = 0.1  # of the answers: from here on a range leaves much open
WIDE_MISS = 0.25  # of the miss
_LEAST_SHARE = 0.005  # of a model, that is written as a percentage


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
    # Cells are counted over the table, and a model may know of its rows with an answer alone.
    is_beyond = left_out.reason == "empty" and left_out.count > rows
    return text_of(
        "plan.left_out_nearly_empty" if is_beyond else f"plan.left_out_{left_out.reason}",
        {"column": left_out.column, "count": left_out.count, "rows": rows, "target": target},
    )


def candidate_text(candidate: Candidate, evaluation: Evaluation) -> str:
    """Return how well one of the models that were tried did on hidden parts of the data."""
    if candidate.failed:
        return text_of("learn.candidate_failed", {"kind": candidate.name})
    figure = _figure(candidate, evaluation)
    if evaluation.task == "regression":
        return text_of("candidate.score_number", {"kind": candidate.name, "miss": figure})
    of = counting.page_of(evaluation)
    return text_of("candidate.score", {"kind": candidate.name, "right": figure, "of": of})


def _figure(candidate: Candidate, evaluation: Evaluation) -> int | str:
    """Return the one figure that is told of a model: its mean miss, or how many answers were right."""
    if evaluation.task == "regression":
        return amounts_of(evaluation).near(candidate.practice)
    return counting.count(candidate.practice, counting.page_of(evaluation))


def models_tried(evaluation: Evaluation) -> tuple[Candidate, ...]:
    """Return the candidates that a person compares.

    The simplest guess stands in the verdict already; here only where it is chosen, or is a part of the model:
    what the shares of the kinds leave.
    """
    rest = 1 - sum(one.weight for one in evaluation.candidates)
    guess = rest if _LEAST_SHARE < rest < 1 else 0.0
    told = (replace(one, weight=guess) if one.name == "baseline" else one for one in evaluation.candidates)
    return tuple(one for one in told if one.name != "baseline" or one.chosen or one.weight)


def candidates_note(evaluation: Evaluation) -> str:
    """Return why the figures of the candidates are others than that of the verdict."""
    note = text_of("candidate.note_repeated" if evaluation.tested == "repeated" else "candidate.note")
    of_each = text_of("candidate.note_each") if evaluation.apart else ""
    return " ".join(one for one in (note, chosen_by(evaluation), of_each) if one)


def chosen_by(evaluation: Evaluation) -> str:
    """Return by what the model was chosen, where by the figures that are shown it would be another."""
    is_number = evaluation.task == "regression"
    ranked = sorted(evaluation.candidates, key=lambda one: one.practice if is_number else -one.practice)
    learned = [one for one in ranked if not one.failed]
    chosen = next((one for one in learned if one.chosen), None)
    if chosen is None or _figure(chosen, evaluation) == _figure(learned[0], evaluation):
        return ""
    return text_of("candidate.chosen_number" if is_number else "candidate.chosen")


def told_warnings(evaluation: Evaluation) -> tuple[Notice, ...]:
    """Return the warnings as they hold once it has learned: few rows are one only where the range is wide."""
    told = (
        _few_rows(notice, evaluation) if notice.code == "plan.few_rows" else notice
        for notice in evaluation.warnings
    )
    return tuple(notice for notice in told if notice)


def _few_rows(notice: Notice, evaluation: Evaluation) -> Notice | None:
    score, values = evaluation.score, verdict_values(evaluation)
    is_number = evaluation.task == "regression"
    if score.high - score.low <= (WIDE_MISS * score.value if is_number else WIDE):
        return None
    shown: dict[str, Value] = {"low": str(values["low"]), "high": str(values["high"])}
    if is_number:
        return replace(notice, code="learned.few_rows_number", values={**notice.values, **shown})
    shown["of"] = evaluation.rare.k if evaluation.rare else counting.page_of(evaluation)
    return replace(notice, code="learned.few_rows", values={**notice.values, **shown})


def baseline_text(evaluation: Evaluation) -> str:
    """Return what the simplest guess is and how well it does on the same rows; nothing without such rows."""
    if not evaluation.is_tested:
        return ""
    values = verdict_values(evaluation)
    if evaluation.task == "regression":
        return text_of("baseline.number", values)
    return text_of("baseline.rare" if evaluation.verdict.shape == "rare" else "baseline.kinds", values)


def importance_title(evaluation: Evaluation) -> str:
    """Return the sentence over the picture of what matters; nothing where nothing was measured."""
    used = [item for item in evaluation.importances if item.low > 0]
    if not used:
        return _nothing_matters(evaluation)
    return text_of("why.importance", {"column": max(used, key=lambda item: item.loss).column})


def _nothing_matters(evaluation: Evaluation) -> str:
    if not evaluation.importances:
        return ""
    is_number = evaluation.task == "regression"
    return text_of("why.importance_nothing_number" if is_number else "why.importance_nothing")


def importance_text(item: Importance, evaluation: Evaluation) -> str:
    """Return how much worse the model gets without what a column says that measurably matters."""
    worse, low, high = importance_cells(item, evaluation)
    of = out_of(evaluation)
    values: Values = {"column": item.column, "of": of, "k": of, "low": low, "high": high}
    if evaluation.task == "regression":
        return text_of("why.importance_number", values | {"more": worse})
    if counting.wrong(item.loss, of) < 1:
        return text_of("why.importance_hardly", values)
    is_rare = evaluation.verdict.shape == "rare"
    return text_of("why.importance_one_rare" if is_rare else "why.importance_one", values | {"less": worse})


def importance_cells(item: Importance, evaluation: Evaluation) -> tuple[str, str, str]:
    """Return how much worse it gets without a column, and the range of that, as they stand in a table."""
    if item.low <= 0:
        return _("no worse") if item.high < 0 else _("not measurably"), "", ""
    if evaluation.task == "regression":
        written = _side_by_side(evaluation)
        return written.near(item.loss), written.low(item.low), written.high(item.high)
    of = out_of(evaluation)
    return (
        readable(counting.count(item.loss, of, is_wrong=True)),
        readable(counting.low(item.low, of) or _(counting.FEWER_THAN_ONE)),
        readable(counting.high(item.high, of)),
    )


def _side_by_side(evaluation: Evaluation) -> counting.Amounts:
    return amounts_of(evaluation).alike(item.loss for item in evaluation.importances)


def importance_short(item: Importance, evaluation: Evaluation) -> str:
    """Return the same in as few words as find room beside a bar."""
    worse = importance_cells(item, evaluation)[0]
    if evaluation.task == "regression":
        is_less = bool(_side_by_side(evaluation).less(item.loss))
        return worse if is_less else text_of("why.importance_short_number", {"more": worse})
    is_less = counting.wrong(item.loss, out_of(evaluation)) < 1
    return worse if is_less else text_of("why.importance_short", {"less": worse})


def importance_others(evaluation: Evaluation, named: int) -> str:
    """Return how many columns are used beside those that are *named*; nothing when that is all."""
    others = len(evaluation.features) - named
    return text_of("why.importance_others", {"count": others}) if others > 0 else ""


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
        mixed = often_mixed(confusion)
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
    values: Values = {"yes": confusion.labels[yes], "counted": true}
    found = values | found_values(true, really, of) | {"rows": really}
    right = values | found_values(true, said, of, name="true") | {"rows": said}
    texts = [
        text_of("why.found_rows" if really > of else "why.found", found),
        text_of("why.true_rows" if said > of else "why.true", right) if said else "",
    ]
    return " ".join(text for text in texts if text)


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
