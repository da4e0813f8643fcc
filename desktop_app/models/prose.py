"""The card of a model in plain words, as it travels inside the file."""

from desktop_app.language import _, mark, say
from desktop_app.records.models import ModelCard, Schema

_FOR = mark('What it is for: to answer "{target}" for rows like those in "{file}".')
_NOT_FOR = mark(
    "What it is not for: rows of another kind, or decisions about people without a person looking."
)
_LEARNED = mark("Learned from {rows} rows and {columns} columns: {names}.")
_TESTED = mark(
    "Tested on {tested} rows that it had not seen. {measure}: {value} ({low} to {high}); "
    "the simplest guess: {guess}."
)
_NOBODY = mark("This file holds no rows of your table, and no value that fewer than 5 rows share.")
_PEOPLE = mark("This file may identify people: it holds {what} from the table.")
_VALUES = mark('{count} rare values of "{column}"')
_WORDS = mark('words of "{column}"')
_RECEIPT = mark("To prove it: file {hash}, seed {seed}, version {version}.")
_MEASURES = {
    "accuracy": mark("Share of right answers"),
    "balanced_accuracy": mark("Share of right answers, each kind counting alike"),
    "precision_at_k": mark("Share of hits among those it is surest about"),
    "mean_absolute_error": mark("Off by, on average"),
}


def card_text(card: ModelCard) -> str:
    """Return what the model is for, what it learned from, how good it was, and what it holds of people."""
    evaluation = card.evaluation
    score, guess = evaluation.score, evaluation.baseline
    lines = (
        say("# {target}", {"target": card.schema.target}),
        say(_FOR, {"target": card.schema.target, "file": card.table}),
        _(_NOT_FOR),
        say(
            _LEARNED,
            {
                "rows": evaluation.rows,
                "columns": len(evaluation.features),
                "names": list(evaluation.features),
            },
        ),
        say(
            _TESTED,
            {
                "tested": score.rows,
                "measure": _(_MEASURES[score.metric]),
                "value": score.value,
                "low": score.low,
                "high": score.high,
                "guess": guess.value,
            },
        ),
        people_text(card.schema),
        say(
            _RECEIPT,
            {"hash": card.table_sha256[:16], "seed": str(card.plan.seed), "version": card.versions["hunch"]},
        ),
    )
    return "\n\n".join(lines) + "\n"


def people_text(schema: Schema) -> str:
    """Return what a model holds that may point to a person: values that few rows share, and words."""
    held = [
        say(_WORDS, {"column": feature.name})
        if feature.type == "text"
        else say(_VALUES, {"count": feature.rare_levels, "column": feature.name})
        for feature in schema.features
        if feature.type == "text" or feature.rare_levels
    ]
    return _(_PEOPLE).format(what=", ".join(held)) if held else _(_NOBODY)
