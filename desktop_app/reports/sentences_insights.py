"""What tested rows say beyond the score: percentages, weak spots, more rows, and a rule that can be read."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

PERCENTAGES = {
    "why.calibrated": Sentence(
        mark('When it says {said} of 100 for "{value}", it really is so {happened} of 100 times.')
    ),
    "why.calibrated_rows": Sentence(
        mark(
            'Where it says about {said} of 100 for "{value}", about {expected} of {rows} {row_many} should '
            "be so: {happened} really were."
        )
    ),
    "why.calibrated_kinds": Sentence(
        mark("When it is {said} of 100 sure of its answer, it is right {happened} of 100 times.")
    ),
    "why.calibrated_kinds_rows": Sentence(
        mark(
            "Where it is about {said} of 100 sure, about {expected} of its {rows} answers should be right: "
            "{happened} really were."
        )
    ),
    "why.calibrated.fits": Sentence(mark("That fits.")),
    "why.calibrated.sure": Sentence(mark("A little too sure.")),
    "why.calibrated.careful": Sentence(mark("A little too careful.")),
    "why.calibrated.much_sure": Sentence(mark("Much too sure: do not go by its percentages.")),
    "why.calibrated.high": Sentence(mark("A little too high.")),
    "why.calibrated.low": Sentence(mark("A little too low.")),
    "why.calibrated.much_high": Sentence(mark("Much too high: do not go by its percentages.")),
    "why.calibrated.much_low": Sentence(mark("Much too low: do not go by its percentages.")),
    "why.calibrated.much_careful": Sentence(mark("Much too careful: do not go by its percentages.")),
}

ORDER = {
    "why.pairs": Sentence(
        mark(
            'Take one {row_one} that is "{yes}" and one that is not. In {right} of {of} such pairs it gives '
            "the first the higher percentage. (50 of 100 would be a coin toss.)"
        )
    ),
    "why.pairs_many": Sentence(
        mark(
            'Hardest to tell from the others is "{value}": in {right} of {of} pairs of such a {row_one} and '
            "another it gives the first the higher percentage. (50 of 100 would be a coin toss.)"
        )
    ),
    "why.alarms": Sentence(
        mark('To find {found} of {positives} real "{value}", it brings {count} wrong alarm.'),
        mark('To find {found} of {positives} real "{value}", it brings {count} wrong alarms.'),
    ),
    "why.alarms_none": Sentence(
        mark('It finds {found} of {positives} real "{value}" without a single wrong alarm.')
    ),
}

BANDS = {
    "why.bands_large": Sentence(
        mark(
            "Large answers are missed by more: half of those from {low} to {high} are within {half}, half of "
            "those from {other_low} to {other_high} within {other_half}."
        )
    ),
    "why.bands_small": Sentence(
        mark(
            "Small answers are missed by more: half of those from {low} to {high} are within {half}, half of "
            "those from {other_low} to {other_high} within {other_half}."
        )
    ),
    "why.bands_middle": Sentence(
        mark(
            "How far it is off depends on the answer: half of those from {low} to {high} are within {half}, "
            "half of those from {other_low} to {other_high} within {other_half}."
        )
    ),
    "why.bands_alike": Sentence(
        mark("Large and small answers are missed by about as much: half are within {half} to {other_half}.")
    ),
    "why.bands_above": Sentence(mark("Its answers from {low} to {high} are too high on average, by {lean}.")),
    "why.bands_below": Sentence(mark("Its answers from {low} to {high} are too low on average, by {lean}.")),
}

PACE = {
    "why.curve": Sentence(
        mark("With {half_rows} rows it was right for {right_half} of {of}, with {rows} for {right}.")
    ),
    "why.curve_even": Sentence(
        mark(
            "Taking the kinds as equally frequent, with {half_rows} rows it was right for {right_half} of "
            "{of}, with {rows} for {right}."
        )
    ),
    "why.curve_rare": Sentence(
        mark(
            "With {half_rows} rows, {right_half} of the {of} it was surest about were right, with {rows} "
            "rows {right}."
        )
    ),
    "why.curve_number": Sentence(
        mark("With {half_rows} rows it was off by {right_half} on average, with {rows} by {right}.")
    ),
    "verdict.more_rows": Sentence(
        mark("More rows would help: twice as many might give about {expected} of {of}.")
    ),
    "verdict.more_rows_number": Sentence(
        mark("More rows would help: with twice as many it might be off by about {expected}.")
    ),
    "verdict.more_rows_no": Sentence(mark("More rows of the same kind would hardly help.")),
    "verdict.more_rows_unclear": Sentence(
        mark("Too few rows were tested to tell whether more of them would help.")
    ),
}

FAILS = {
    "why.fails": Sentence(
        mark("It does worse where {condition}: right for {right} of {count} there, {rest} of {of} elsewhere.")
    ),
    "why.fails_number": Sentence(
        mark("It does worse where {condition}: off by {miss} on average there, by {rest} elsewhere.")
    ),
    "why.fails_note": Sentence(
        mark(
            "This is more than luck, although many parts of the table were looked at. Check its answers "
            "there yourself."
        )
    ),
    "why.fails_none": Sentence(mark("No part of the table was found where it does clearly worse.")),
}

RULE = {
    "why.readable": Sentence(mark("A one-page rule is right for {right} of {of}; this model for {best}.")),
    "why.readable_even": Sentence(
        mark(
            "Taking the kinds as equally frequent, a one-page rule is right for {right} of {of}; this "
            "model for {best}."
        )
    ),
    "why.readable_rare": Sentence(
        mark("Of the {of} that a one-page rule is surest about, {right} are right; of this model's, {best}.")
    ),
    "why.readable_number": Sentence(
        mark("A one-page rule is off by {right} on average; this model by {best}.")
    ),
    "why.readable_self": Sentence(mark("This is the rule that it answers by.")),
    "why.rule_if": Sentence(mark('If {condition}: "{answer}".')),
    "why.rule_always": Sentence(mark('Always "{answer}".')),
    "why.rule_if_number": Sentence(mark("If {condition}: {answer}.")),
    "why.rule_always_number": Sentence(mark("Always {answer}.")),
    "why.rule_right_rows": Sentence(mark("Right for {right} of the {of} rows like this.")),
    "why.rule_right": Sentence(mark("Right for {right} of {of} of these, about {rows} {row_many}.")),
    "why.rule_off": Sentence(mark("Off by {miss} on average for these, about {rows} {row_many}.")),
}

WHERE = {
    "where.one_of": Sentence(mark('"{column}" is one of {values}')),
    "where.one_of_many": Sentence(mark('"{column}" is one of {count} values such as {values}')),
    "where.day_from": Sentence(mark('"{column}" is {low} or later')),
    "where.day_before": Sentence(mark('"{column}" is before {high}')),
    "where.day_between": Sentence(mark('"{column}" is {low} or later and before {high}')),
    "where.or_empty": Sentence(mark("{condition} (or empty)")),
    "where.all_of": Sentence(mark("{conditions} and {condition}")),
}

SENTENCES = {**PERCENTAGES, **ORDER, **BANDS, **PACE, **FAILS, **RULE, **WHERE}
