"""What is said of a model that was made elsewhere: that nobody tested it, or which rows came with it."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

_CAME_ALONE = Sentence(mark("It was made elsewhere, and no {row_many} whose answer is known came with it."))

UNTESTED = {
    "verdict.level.untested": Sentence(mark("Not tested")),
    "verdict.level.untested.line": Sentence(mark("Find out how good it is before you rely on it.")),
    "verdict.untested.kinds.head": Sentence(mark('How often it is right about "{target}" is not known.')),
    "verdict.untested.kinds.help": Sentence(
        mark(
            'To find out, use it on a file in which "{target}" is filled in and that it has not learned '
            "from: you are then told how often it is right."
        )
    ),
    "verdict.untested.number.head": Sentence(mark('How far it is off "{target}" is not known.')),
    "verdict.untested.number.help": Sentence(
        mark(
            'To find out, use it on a file in which "{target}" is filled in and that it has not learned '
            "from: you are then told how far it is off."
        )
    ),
    "verdict.untested.kinds.body": _CAME_ALONE,
    "verdict.untested.number.body": _CAME_ALONE,
    "verdict.tested_never": Sentence(
        mark("It was not tested here. Whether its maker tested it, and how, its file does not say.")
    ),
    "check.untested": Sentence(
        mark("Nobody has tested this model here, so how good its answers are is not known.")
    ),
    "caution.untested": Sentence(mark("nobody has tested this model here")),
    "brought.row": Sentence(
        mark(
            'Most likely "{answer}". By its own figures, which nobody has tested, {chance} of 100 {row_many} '
            'like this are "{yes}".'
        )
    ),
    "brought.row_unsure": Sentence(
        mark(
            "It is undecided: by its own figures, which nobody has tested, {chance} of 100 {row_many} like "
            'this are "{yes}". Decide yourself.'
        )
    ),
    "apply.unpromised": Sentence(mark("Nothing was promised, since nobody had tested it here.")),
    "brought.known": Sentence(mark('Where "{target}" is filled in, you see how good its answers are.')),
    "truth.holds_unpromised": Sentence(mark("Nothing was promised")),
    "held.unpromised": Sentence(
        mark("Nobody had tested it. How good it was in {count} file:"),
        mark("Nobody had tested it. How good it was in {count} files:"),
    ),
}

# Nobody here knows whether it had seen the rows that came with it, so none of these says so.
TESTED = {
    "verdict.brought.right.head": Sentence(mark("Right for {right} of {of} {row_many} that came with it.")),
    "verdict.brought.little.head": Sentence(
        mark("Right for {right} of {of} {row_many} that came with it, a little better than guessing.")
    ),
    "verdict.brought.guessing": Sentence(
        mark('If these {row_many} are few, or not those that it was made for, bring others with "{target}".')
    ),
    "verdict.brought.easy.body": Sentence(
        mark(
            "It may have learned from these very {row_many}, or one of its columns may hold the answer "
            "already."
        )
    ),
    "verdict.brought.easy.help": Sentence(
        mark('Can you bring {row_many} that it has not seen, with "{target}" filled in?')
    ),
    "brought.promised_worse": Sentence(mark("Promised: {promised}. It has become worse.")),
    "brought.held_worse": Sentence(mark('It has become worse since "{file}", brought on {day}.')),
    "verdict.tested_brought": Sentence(
        mark(
            "Tested on {tested} {row_many} that were brought with it. Whether it had learned from them, only "
            "its maker knows."
        )
    ),
}

WHERE_FROM = {
    "verdict.made_elsewhere": Sentence(
        mark("It was made elsewhere: what it learned from, and how, is not known here.")
    ),
    "brought.elsewhere": Sentence(mark("made elsewhere, as ONNX")),
    "brought.origin": Sentence(mark('made elsewhere, as ONNX: "{file}"')),
    "brought.came": Sentence(
        mark(
            'This model was made elsewhere and came as ONNX: "{file}". It was brought into Hunch {version} '
            "on {date}."
        )
    ),
    "brought.ask": Sentence(
        mark(
            'It was made elsewhere, as ONNX: "{file}", and brought into Hunch {version} on {date}. '
            'It answers "{target}".'
        )
    ),
    "brought.about": Sentence(mark('"{target}" as "{file}" answers it, a model that was made elsewhere.')),
    "brought.inside": Sentence(mark("What travels inside: the graph, as it came.")),
    "brought.purpose": Sentence(
        mark('What it is for: to answer "{target}" for rows like those that its maker had in mind.')
    ),
}

BRINGING = {
    "job.bring_onnx": Sentence(mark("Bringing the model in")),
    "brought.testing": Sentence(mark("Asking it for answers")),
    "bring.title": Sentence(mark('Bring "{file}" in')),
    "bring.about": Sentence(
        mark(
            "A model that was made elsewhere, as ONNX. It is looked through before it is asked for anything."
        )
    ),
    "bring.schema": Sentence(
        mark(
            "A schema file (.json) says which column goes where, and what the numbers that come out mean. "
            "Whoever made the model can write it; Help tells how, and has scripts that do."
        )
    ),
    "bring.rows": Sentence(
        mark(
            "You may add a table in which the answer is filled in. The model is tested on its rows; best are "
            "rows that it has not learned from."
        )
    ),
    "bring.untested": Sentence(mark("Without rows whose answer is known, it counts as not tested.")),
    "bring.needs_schema": Sentence(mark("Choose its schema file first.")),
    "bring.hint": Sentence(
        mark(
            "Or a model that was made elsewhere, as ONNX (.onnx), with a schema file that says what it means."
        )
    ),
}

SENTENCES = {**UNTESTED, **TESTED, **WHERE_FROM, **BRINGING}
