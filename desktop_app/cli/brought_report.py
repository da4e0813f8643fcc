"""What came of bringing a model that was made elsewhere, for people and as JSON."""

from desktop_app.cli.open_questions import other_texts
from desktop_app.cli.work import notices_json
from desktop_app.records.brought import BroughtFile
from desktop_app.records.jsonable import JSON, to_json
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.result_words import baseline_text, importance_title
from desktop_app.reports.verdict_words import verdict_words


def brought_json(brought: BroughtFile, model: str) -> dict[str, JSON]:
    """Return the facts under their final names; there is no score where nobody tested it."""
    evaluation = brought.evaluation
    words, baseline = verdict_words(evaluation), evaluation.baseline
    measured: dict[str, JSON] = {"baseline": None, "score": None, "skill": None, "importances": []}
    if evaluation.is_tested:
        measured = {
            "baseline": to_json(baseline) | {"sentence": baseline_text(evaluation)},
            "score": to_json(evaluation.score),
            "skill": to_json(evaluation.skill),
            "importances": to_json(evaluation.importances),
        }
    return {
        "task": evaluation.task,
        "target": evaluation.target,
        "classes": list(evaluation.classes),
        "features": list(evaluation.features),
        "inputs": list(brought.inputs),
        "output": brought.output,
        "warnings": notices_json(brought.warnings),
        **measured,
        "verdict": {"level": words.level, "sentence": words.sentence},
        "model": model,
    }


def brought_lines(brought: BroughtFile, model: str) -> list[str]:
    """Return what a person reads when a model was brought."""
    evaluation = brought.evaluation
    words = verdict_words(evaluation)
    lines = [
        text_of("cli.done.train", {"badge": words.badge, "headline": words.headline, "path": model}),
        f"{words.line} {words.support}".strip(),
        words.help,
        *words.extras,
        importance_title(evaluation),
        *other_texts(brought.warnings),
    ]
    return [line for line in lines if line]
