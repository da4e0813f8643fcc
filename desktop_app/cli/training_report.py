"""What came of a training, for people and as JSON."""

import shlex

from desktop_app.cli.each import each_json
from desktop_app.cli.open_questions import not_said_yet, other_texts
from desktop_app.cli.work import excluded_json, notices_json
from desktop_app.records.jsonable import JSON, to_json
from desktop_app.records.orders import TrainedFile
from desktop_app.records.plans import GIVEN_AWAY, TrainingPlan
from desktop_app.records.results import Candidate, Evaluation
from desktop_app.reports.deciding import first_decision
from desktop_app.reports.decision_words import decided_text
from desktop_app.reports.each_words import each_lines
from desktop_app.reports.handover.fitting_words import for_form_lines
from desktop_app.reports.help_words import Help, helps_of, untold
from desktop_app.reports.lineage_words import lineage_lines
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.result_words import (
    baseline_text,
    candidate_text,
    chosen_by,
    importance_title,
    left_out_text,
    models_tried,
    told_warnings,
)
from desktop_app.reports.text_words import typical_lines, words_lines
from desktop_app.reports.verdict_words import verdict_words

MOST_WORDS = 3  # of an answer that a person reads; JSON has all
_WAYS = {"plan.group_question": "--group", "plan.time_question": "--time"}  # to keep rows apart


def training_json(trained: TrainedFile, model: str) -> dict[str, JSON]:
    """Return the facts of a training under their final names."""
    evaluation = trained.evaluation
    words = verdict_words(evaluation)
    return {
        "task": evaluation.task,
        "target": evaluation.target,
        "features": list(evaluation.features),
        "excluded": excluded_json(evaluation.left_out),
        "warnings": notices_json((*trained.warnings, *told_warnings(evaluation))),
        **_tested_json(evaluation),
        "baseline": _baseline_json(evaluation),
        "score": to_json(evaluation.score),
        "skill": to_json(evaluation.skill),
        "verdict": {"level": words.level, "sentence": words.sentence},
        "help": [_help_json(one) for one in helps_of(evaluation, trained.plan)],
        **_costs_json(evaluation),
        **each_json(evaluation.each),
        **({"again": to_json(evaluation.lineage)} if evaluation.lineage else {}),
        **({"for": trained.plan.for_form} if trained.plan.for_form else {}),
        **({"first": {"score": to_json(trained.first.score)}} if trained.first else {}),
        **_texts_json(evaluation),
        "candidates": [_candidate_json(candidate) for candidate in evaluation.candidates],
        "seconds": evaluation.seconds,
        **({"on_cluster": to_json(evaluation.on_cluster)} if evaluation.on_cluster else {}),
        "model": model,
    }


def _tested_json(evaluation: Evaluation) -> dict[str, JSON]:
    """Return what kept the tested rows apart, where anything did."""
    if not evaluation.tested_by:
        return {}
    return {"tested_by": evaluation.tested_by, "tested_column": evaluation.tested_column}


def _costs_json(evaluation: Evaluation) -> dict[str, JSON]:
    """Return what mistakes cost on the tested rows, where it was said before learning."""
    check = evaluation.costs
    return {"costs": to_json(check) | {"saves": check.saves}} if check else {}


def _baseline_json(evaluation: Evaluation) -> dict[str, JSON]:
    baseline = evaluation.baseline
    return {"metric": baseline.metric, "value": baseline.value, "sentence": baseline_text(evaluation)}


def _texts_json(evaluation: Evaluation) -> dict[str, JSON]:
    """Return the words that go with each answer and the most typical rows; nothing without texts."""
    if evaluation.words is None:
        return {}
    typical: list[JSON] = [
        {"value": one.value, "rows": [{"row": row.row + 1, "chance": row.chance} for row in one.rows]}
        for one in evaluation.typical
    ]
    return {"words": to_json(evaluation.words), "typical": typical}


def _help_json(one: Help) -> dict[str, JSON]:
    return {"code": one.code, "message": one.text, "columns": [one.column] if one.column else []}


def _candidate_json(candidate: Candidate) -> dict[str, JSON]:
    return {
        "name": candidate.name,
        "metric": candidate.metric,
        "score": None if candidate.failed else candidate.score,
        "seconds": candidate.seconds,
        "chosen": candidate.chosen,
        "weight": candidate.weight,
        "failed": candidate.failed,
    }


def training_lines(trained: TrainedFile, model: str) -> list[str]:
    """Return what a person reads when the learning is over.

    Options follow an advice, but for what was learned like a model: there they are refused.
    """
    evaluation, plan = trained.evaluation, trained.plan
    may_ask = evaluation.lineage is None and trained.first is None
    words, helps = verdict_words(evaluation), helps_of(evaluation, plan)
    rest = untold(evaluation, helps)
    lines = [
        text_of("cli.done.train", {"badge": words.badge, "headline": words.headline, "path": model}),
        f"{words.line} {words.support}".strip(),
        words.help,
        _known_hint(evaluation) if may_ask else "",
        *(line for one in helps for line in (one.text, _way_hint(one, plan) if may_ask else "")),
        decided_text(first_decision(evaluation)),
        *for_form_lines(evaluation, plan, trained.first),
        *lineage_lines(evaluation),
        *each_lines(evaluation),
        *words.extras,
        importance_title(evaluation),
        *words_lines(evaluation, MOST_WORDS),
        *typical_lines(evaluation),
        *(candidate_text(candidate, evaluation) for candidate in models_tried(evaluation)),
        chosen_by(evaluation),
        *(left_out_text(left, evaluation.rows, evaluation.target) for left in evaluation.left_out),
        *other_texts((*not_said_yet(trained.warnings, evaluation.left_out), *told_warnings(rest))),
        *((*_put_back_hints(rest), *_apart_hints(rest)) if may_ask else ()),
    ]
    return [line for line in lines if line]


def _way_hint(one: Help, plan: TrainingPlan) -> str:
    """Return the options that follow a piece of advice; nothing where none does."""
    match one.way:
        case "known":
            return _known_or_left(one.column)
        case "apart":
            return _answer_with(one.code, one.column)
        case "without":
            return text_of("cli.without_hint", {"exclude": f"--exclude {shlex.quote(one.column)}"})
        case "longer" if plan.longer:
            return text_of("cli.longer_hint", {"options": [f"--budget {plan.longer:.0f}"]})
    return ""


def _apart_hints(evaluation: Evaluation) -> list[str]:
    """Return the options that answer how rows are to be kept apart, where that was not said."""
    hints = [
        _answer_with(notice.code, column)
        for notice in evaluation.warnings
        for column in notice.columns
        if notice.code in _WAYS
    ]
    decided = any(notice.code in ("plan.by_group", "plan.by_time") for notice in evaluation.warnings)
    return [*hints, text_of("cli.any_row_hint")] if decided else hints


def _answer_with(code: str, column: str) -> str:
    options = [f"{_WAYS[code]} {shlex.quote(column)}", "--any-row"]
    return text_of("cli.answer_with", {"options": options})


def _put_back_hints(evaluation: Evaluation) -> list[str]:
    """Return the options that put columns back which give the answer away, or that leave them out."""
    asked = evaluation.give_away.column if evaluation.give_away else ""
    warned = [
        _known_or_left(column)
        for notice in evaluation.warnings
        for column in notice.columns
        if notice.code in GIVEN_AWAY.values() and not (column == asked and not evaluation.verdict.is_for_use)
    ]
    return warned + [
        text_of("cli.put_back_hint", {"column": left.column, "known": f"--known {shlex.quote(left.column)}"})
        for left in evaluation.left_out
        if left.reason in GIVEN_AWAY
    ]


def _known_hint(evaluation: Evaluation) -> str:
    """Return the options that answer whether the columns behind a result are known in time."""
    if evaluation.verdict.level != "suspicious":
        return ""
    if evaluation.give_away is None:
        return text_of("cli.all_known_hint")
    return _known_or_left(evaluation.give_away.column)


def _known_or_left(column: str) -> str:
    name = shlex.quote(column)
    return text_of("cli.known_hint", {"known": f"--known {name}", "exclude": f"--exclude {name}"})
