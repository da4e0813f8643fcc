"""The verdicts on a rare kind and on a number, and the sentences that go with any verdict."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

_OF_THE_SUREST = Sentence(mark('Of the {k} it is surest about, {found} are "{yes}".'))
_AT_RANDOM = Sentence(
    mark("With other {row_many} it could be {low} to {high}. {k} picked at random hold {random}.")
)

RARE = {
    "verdict.guessing.rare.head": Sentence(
        mark('It does not reliably find "{yes}" better than picking at random.')
    ),
    "verdict.guessing.rare.body": Sentence(
        mark(
            'Of the {k} it is surest about, {found} are "{yes}" ({low} to {high}); '
            "{k} picked at random hold {random}."
        )
    ),
    "verdict.suspicious.rare.head": Sentence(
        mark('Of the {k} it is surest about, {found} are "{yes}". Nearly all of it comes from "{column}".')
    ),
    "verdict.suspicious.rare.body": Sentence(
        mark('{k} picked at random hold {random}. "{column}" may be filled in afterwards.')
    ),
    "verdict.suspicious.rare.help": Sentence(mark('Would you know "{column}" in time?')),
    "verdict.weak.rare.head": _OF_THE_SUREST,
    "verdict.weak.rare.body": _AT_RANDOM,
    "verdict.weak.rare.help": Sentence(mark("Use it to choose where to look first.")),
    "verdict.useful.rare.head": _OF_THE_SUREST,
    "verdict.useful.rare.body": _AT_RANDOM,
    "verdict.useful.rare.help": Sentence(mark("Decide how many you can look at.")),
    "verdict.good.rare.head": _OF_THE_SUREST,
    "verdict.good.rare.body": _AT_RANDOM,
    "verdict.good.rare.help": Sentence(mark('It still misses {missed} of {all_yes} "{yes}".')),
}

_MEAN_AND_RANGE = Sentence(
    mark(
        "With other {row_many} it could be off by {low} to {high}. Always answering {mean} is off by {guess}."
    )
)

NUMBER = {
    "verdict.guessing.number.head": Sentence(mark('It does not reliably beat the average of "{target}".')),
    "verdict.guessing.number.body": Sentence(
        mark("Off by {miss} on average ({low} to {high}); always answering {mean} is off by {guess}.")
    ),
    "verdict.suspicious.number.head": Sentence(
        mark('Off by only {miss} on average, and nearly all of it comes from "{column}".')
    ),
    "verdict.suspicious.number.body": Sentence(
        mark('Always answering {mean} is off by {guess}. Without "{column}" it is off by {without}.')
    ),
    "verdict.suspicious.number.help": Sentence(mark('Is "{target}" worked out from "{column}"?')),
    "verdict.weak.number.head": Sentence(mark("Off by {miss} on average, a little less than guessing.")),
    "verdict.weak.number.body": _MEAN_AND_RANGE,
    "verdict.weak.number.help": Sentence(mark("Use the range beside each answer, and expect it to be wide.")),
    "verdict.useful.number.head": Sentence(mark("Off by {miss} on average.")),
    "verdict.useful.number.body": _MEAN_AND_RANGE,
    "verdict.useful.number.help": Sentence(
        mark("Use the range beside each answer: 8 of 10 values lie in it.")
    ),
    "verdict.good.number.head": Sentence(
        mark("Off by {miss} on average; half of the answers are within {half}.")
    ),
    "verdict.good.number.body": _MEAN_AND_RANGE,
    "verdict.good.number.help": Sentence(mark("One in ten is off by more than {tenth}.")),
}

_LEANS_ON = Sentence(mark("It leans most on {columns}: one of them may hold the answer already."))
_WHICH_IN_TIME = Sentence(mark("Which of its columns would you know in time?"))

_TWINS = ("all", "all_even", "all_rare", "all_number")

ALL_COLUMNS = {
    "verdict.suspicious.all.head": Sentence(
        mark("Right for {right} of {of}. Hardly any question is that easy.")
    ),
    "verdict.suspicious.all_even.head": Sentence(
        mark(
            "Taking the {count} kinds as equally frequent, it is right for {right} of {of}. "
            "Hardly any question is that easy."
        )
    ),
    "verdict.suspicious.all_rare.head": Sentence(
        mark('Of the {k} it is surest about, {found} are "{yes}". Hardly any question is that easy.')
    ),
    "verdict.suspicious.all_number.head": Sentence(
        mark("Off by only {miss} on average. Hardly any question is that easy.")
    ),
    **{f"verdict.suspicious.{twin}.body": _LEANS_ON for twin in _TWINS},
    **{f"verdict.suspicious.{twin}.help": _WHICH_IN_TIME for twin in _TWINS},
}

SENTENCES = {**RARE, **NUMBER, **ALL_COLUMNS}
