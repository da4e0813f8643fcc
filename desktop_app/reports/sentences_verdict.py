"""The verdicts on kinds: for each level a headline, one supporting sentence, and how to use it if it is."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

BADGES = {
    "verdict.level.guessing": Sentence(mark("No better than guessing")),
    "verdict.level.suspicious": Sentence(mark("Too good to be true")),
    "verdict.level.weak": Sentence(mark("Weak")),
    "verdict.level.useful": Sentence(mark("Useful")),
    "verdict.level.good": Sentence(mark("Good")),
    "verdict.level.guessing.line": Sentence(mark("Do not use it.")),
    "verdict.level.suspicious.line": Sentence(mark("Do not use it yet.")),
    "verdict.level.weak.line": Sentence(
        mark("A hint at most. Do not decide about a single {row_one} by it.")
    ),
    "verdict.level.useful.line": Sentence(mark("It helps. Check before you act on a single answer.")),
    "verdict.level.good.line": Sentence(mark("Use it, and know when it is wrong.")),
}

_GUESS_AND_RANGE = Sentence(
    mark(
        "With other {row_many} it could be right for {low} to {high}. "
        'Always answering "{common}" is right for {guess}.'
    )
)
_RIGHT = Sentence(mark("Right for {right} of {of} {row_many} it had never seen."))
_A_LITTLE_BETTER = Sentence(
    mark("Right for {right} of {of} {row_many} it had never seen, a little better than guessing.")
)
_NO_BETTER = Sentence(
    mark('Right for {right} of {of} ({low} to {high}); always answering "{common}" is right for {guess}.')
)
_FROM_ONE_COLUMN = Sentence(mark('Right for {right} of {of}, and nearly all of it comes from "{column}".'))
_KNOWN_IN_TIME = Sentence(mark('Would you know "{column}" in time?'))

TWO = {
    "verdict.guessing.two.head": Sentence(mark('It cannot reliably tell "{yes}" from "{no}" here.')),
    "verdict.guessing.two.body": _NO_BETTER,
    "verdict.suspicious.two.head": _FROM_ONE_COLUMN,
    "verdict.suspicious.two.body": Sentence(
        mark('Always answering "{common}" is right for {guess}. Without "{column}" it reaches {without}.')
    ),
    "verdict.suspicious.two.help": _KNOWN_IN_TIME,
    "verdict.weak.two.head": _A_LITTLE_BETTER,
    "verdict.weak.two.body": _GUESS_AND_RANGE,
    "verdict.weak.two.help": Sentence(mark("Use it to decide where to look first.")),
    "verdict.useful.two.head": _RIGHT,
    "verdict.useful.two.body": _GUESS_AND_RANGE,
    "verdict.useful.two.help": Sentence(mark("When it is unsure, decide yourself.")),
    "verdict.good.two.head": _RIGHT,
    "verdict.good.two.body": _GUESS_AND_RANGE,
    "verdict.good.two.help": Sentence(mark("It is still wrong for {wrong} of {of}.")),
}

MANY = {
    "verdict.guessing.many.head": Sentence(
        mark('It cannot reliably tell the {count} kinds of "{target}" apart.')
    ),
    "verdict.guessing.many.body": _NO_BETTER,
    "verdict.suspicious.many.head": _FROM_ONE_COLUMN,
    "verdict.suspicious.many.body": Sentence(
        mark('"{column}" may be another name for "{target}". Without it, {without} of {of} are right.')
    ),
    "verdict.suspicious.many.help": _KNOWN_IN_TIME,
    "verdict.weak.many.head": _A_LITTLE_BETTER,
    "verdict.weak.many.body": _GUESS_AND_RANGE,
    "verdict.weak.many.help": Sentence(mark('It mixes up "{kind_a}" and "{kind_b}" most.')),
    "verdict.useful.many.head": Sentence(
        mark("Right for {right} of {of} {row_many}, with {count} kinds to choose from.")
    ),
    "verdict.useful.many.body": _GUESS_AND_RANGE,
    "verdict.useful.many.help": Sentence(
        mark('Look at "{kind_a}": it finds only {found} of {found_of} of them.')
    ),
    "verdict.good.many.head": Sentence(
        mark("Right for {right} of {of} {row_many}, with {count} kinds to choose from.")
    ),
    "verdict.good.many.body": _GUESS_AND_RANGE,
    "verdict.good.many.help": Sentence(
        mark('Most mix-ups: "{kind_a}" taken for "{kind_b}", {mixed} of {of}.')
    ),
}

# Where one kind outnumbers the others, always answering it looks good; then every kind counts the same.
_EACH_KIND = Sentence(mark("Taking the {count} kinds as equally frequent, it is right for {right} of {of}."))
_EACH_KIND_GUESS = Sentence(
    mark(
        "With other {row_many} it could be right for {low} to {high}. "
        'Counted like that, always answering "{common}" is right for {guess}.'
    )
)
EACH_KIND = {
    "verdict.guessing.many_even.head": MANY["verdict.guessing.many.head"],
    "verdict.guessing.many_even.body": Sentence(
        mark(
            "Taking the {count} kinds as equally frequent, it is right for {right} of {of} ({low} to "
            '{high}); always answering "{common}" is right for {guess}.'
        )
    ),
    "verdict.suspicious.many_even.head": Sentence(
        mark(
            "Taking the {count} kinds as equally frequent, it is right for {right} of {of}, and nearly all "
            'of it comes from "{column}".'
        )
    ),
    "verdict.suspicious.many_even.body": MANY["verdict.suspicious.many.body"],
    "verdict.suspicious.many_even.help": _KNOWN_IN_TIME,
    **{f"verdict.{level}.many_even.head": _EACH_KIND for level in ("weak", "useful", "good")},
    **{f"verdict.{level}.many_even.body": _EACH_KIND_GUESS for level in ("weak", "useful", "good")},
    **{
        f"verdict.{level}.many_even.help": MANY[f"verdict.{level}.many.help"]
        for level in ("weak", "useful", "good")
    },
}

SENTENCES = {**BADGES, **TWO, **MANY, **EACH_KIND}
