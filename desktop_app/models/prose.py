"""The card of a model in plain words, as it travels inside the file."""

from desktop_app import counting
from desktop_app.language import _, mark, of_day, say, say_count
from desktop_app.records.models import ModelCard, Schema
from desktop_app.records.results import Evaluation, Metric

_FOR = mark('What it is for: to answer "{target}" for rows like those in "{file}".')
_NOT_FOR = mark(
    "What it is not for: rows of another kind, or decisions about people without a person looking."
)
_LEARNED = (
    mark("Learned from {rows} rows and {count} column: {names}."),
    mark("Learned from {rows} rows and {count} columns: {names}."),
)
_ANSWERS_FROM = (
    mark("It answers from {count} column: {names}."),
    mark("It answers from {count} columns: {names}."),
)
_TESTED: dict[Metric, str] = {
    "accuracy": mark(
        "Tested on {tested} rows that it had not seen: right for {value} of {of} ({low} to {high}); "
        "the simplest guess for {guess}."
    ),
    "balanced_accuracy": mark(
        "Tested on {tested} rows that it had not seen: right for {value} of {of} ({low} to {high}), "
        "each kind counting alike; the simplest guess for {guess}."
    ),
    "precision_at_k": mark(
        "Tested on {tested} rows that it had not seen: of {of} that it is surest about, it is right for "
        "{value} ({low} to {high}); of {of} picked at random, for {guess}."
    ),
    "mean_absolute_error": mark(
        "Tested on {tested} rows that it had not seen: off by {value} on average ({low} to {high}); "
        "the simplest guess by {guess}."
    ),
}
_TESTED_BROUGHT: dict[Metric, str] = {
    "accuracy": mark(
        "Tested on {tested} rows that came with it: right for {value} of {of} ({low} to {high}); the "
        "simplest guess for {guess}. Whether it had learned from them, only its maker knows."
    ),
    "balanced_accuracy": mark(
        "Tested on {tested} rows that came with it: right for {value} of {of} ({low} to {high}), each kind "
        "counting alike; the simplest guess for {guess}. Whether it had learned from them, only its maker "
        "knows."
    ),
    "precision_at_k": mark(
        "Tested on {tested} rows that came with it: of {of} that it is surest about, it is right for {value} "
        "({low} to {high}); of {of} picked at random, for {guess}. Whether it had learned from them, only "
        "its maker knows."
    ),
    "mean_absolute_error": mark(
        "Tested on {tested} rows that came with it: off by {value} on average ({low} to {high}); the "
        "simplest guess by {guess}. Whether it had learned from them, only its maker knows."
    ),
}
_UNTESTED = mark("Nobody has tested it with Hunch: how good its answers are is not known.")
_MADE_ELSEWHERE = mark('It was made elsewhere and came as ONNX: "{file}". It answers "{target}".')
_NO_ROWS = mark("This file holds no rows of your table.")
_ONLY_ITS_MAKER = mark("Whether it holds values that point to a person, only its maker knows.")
_AMOUNTS = mark("Of its numbers and dates it holds the smallest, the largest and some between.")
_NOBODY = mark("It holds no kind or word that fewer than 5 rows share.")
_PEOPLE = mark("It may identify people: it holds {what} from the table.")
_TAKEN_OUT = mark(
    "They were taken out of this file: it answers rows that hold them as rows with a new value."
)
_VALUES = (mark('{count} rare value of "{column}"'), mark('{count} rare values of "{column}"'))
_WORDS = mark('words of "{column}"')
_AGAIN = mark(
    'Learned again from the model "{name}" of {day} ({hash}), which had learned from {then} rows; {new} are '
    "new."
)
_RECEIPT = mark("To prove it: file {hash}, seed {seed}, version {version}.")


def card_text(card: ModelCard) -> str:
    """Return what the model is for, what it learned from, how good it was, and what it holds of people."""
    is_brought = card.evaluation.is_brought
    receipt = receipt_text(card.table_sha256, card.plan.seed, card.versions["hunch"])
    lines = (
        say("# {target}", {"target": card.schema.target}),
        say(_MADE_ELSEWHERE if is_brought else _FOR, {"target": card.schema.target, "file": card.table}),
        limit_text(),
        learned_text(card.evaluation),
        _tested(card.evaluation),
        people_text(card.schema, is_brought=is_brought),
        _before(card.evaluation),
        "" if is_brought else receipt,
    )
    return "\n\n".join(line for line in lines if line) + "\n"


def purpose_text(target: str, file: str) -> str:
    """Return what a model is for: the column that it answers, for rows like those it learned from."""
    return say(_FOR, {"target": target, "file": file})


def limit_text() -> str:
    """Return what no model is for."""
    return _(_NOT_FOR)


def learned_text(evaluation: Evaluation) -> str:
    """Return how many rows a model learned from, and which columns; of one made elsewhere the columns."""
    columns = evaluation.features
    if evaluation.is_brought:
        return say_count(*_ANSWERS_FROM, len(columns), {"count": len(columns), "names": list(columns)})
    learned = {"rows": evaluation.learned_rows, "count": len(columns), "names": list(columns)}
    return say_count(*_LEARNED, len(columns), learned)


def receipt_text(table_sha256: str, seed: int, version: str) -> str:
    """Return the table, seed and program by which it can be learned again; nothing if one is not known."""
    return say(_RECEIPT, {"hash": table_sha256[:16], "seed": str(seed), "version": version})


def people_text(schema: Schema, *, is_brought: bool = False) -> str:
    """Return what a model holds of the table that may point to a person: numbers, rare kinds, words.

    Of one that was made elsewhere, nothing of that is known.
    """
    if is_brought:
        return _(_ONLY_ITS_MAKER)
    held = [
        say(_WORDS, {"column": feature.name})
        if feature.type == "text"
        else say_count(*_VALUES, feature.rare_levels, {"count": feature.rare_levels, "column": feature.name})
        for feature in schema.features
        if feature.type == "text" or feature.rare_levels
    ]
    lines = [_(_NO_ROWS)]
    if schema.task == "regression" or any(feature.minimum is not None for feature in schema.features):
        lines.append(_(_AMOUNTS))
    if schema.is_impersonal:
        lines += [_(_NOBODY), _(_TAKEN_OUT)]
    else:
        lines.append(_(_PEOPLE).format(what=", ".join(held)) if held else _(_NOBODY))
    return " ".join(lines)


def _before(evaluation: Evaluation) -> str:
    """Return from which model it was learned again; nothing where it was not."""
    lineage = evaluation.lineage
    if lineage is None:
        return ""
    counts = {"then": lineage.rows_then, "new": lineage.rows_new}
    named = {"name": lineage.name, "day": of_day(lineage.created[:10]), "hash": lineage.content[:16]}
    return say(_AGAIN, {**named, **counts})


def _tested(evaluation: Evaluation) -> str:
    """Return the score and the simplest guess; the range rounded outwards, as pages tell them."""
    if not evaluation.is_tested:
        return _(_UNTESTED)
    score, guess = evaluation.score, evaluation.baseline.value
    text = (_TESTED_BROUGHT if evaluation.is_brought else _TESTED)[score.metric]
    values: dict[str, object] = {"tested": score.rows}
    if score.metric == "mean_absolute_error":
        pair = (score.value, guess)
        written = counting.amounts(tested=score.rows, decimals=evaluation.decimals, different=pair)
        values |= {"value": written.near(score.value), "guess": written.near(guess)}
        return say(text, values | {"low": written.low(score.low), "high": written.high(score.high)})
    of = max(1, evaluation.rare.k) if evaluation.rare else counting.page_of(evaluation)
    values |= {"of": of, "value": counting.count(score.value, of), "guess": counting.count(guess, of)}
    return say(
        text,
        values | {"low": counting.low(score.low, of), "high": counting.high(score.high, of)},
    )
