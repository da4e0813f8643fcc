"""The sentences that stand beside a verdict: how it was tested, and what to keep in mind."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

TESTED = {
    "verdict.tested": Sentence(
        mark("Tested on {tested} {row_many} that it had not seen, then learned again from all {rows}.")
    ),
    "verdict.tested_repeated": Sentence(
        mark(
            "Part of the data was hidden, the rest learned, and the hidden part checked: {folds} times, "
            "so that each {row_one} was hidden."
        )
    ),
    "verdict.tested_no_refit": Sentence(mark("Tested on {tested} {row_many} that it had not seen.")),
    "verdict.few_tested": Sentence(
        mark(
            "Only {tested} {row_many} were there to test it. The true figure can lie anywhere from {low} to "
            "{high}."
        )
    ),
}

CONTRARY = {
    "verdict.luck": Sentence(
        mark(
            "{guess} lies inside this range, so by this count alone it may be luck. Its percentages are what "
            "lifts it above guessing."
        )
    ),
    "verdict.luck_number": Sentence(
        mark(
            "{guess} lies inside this range, so by this figure alone it may be luck. That it avoids big "
            "misses is what lifts it above guessing."
        )
    ),
    "verdict.percentages_bad.head": Sentence(
        mark("It often picks the likelier answer, but how sure it says it is cannot be trusted.")
    ),
    "verdict.percentages_bad.body": Sentence(mark("So it counts as no better than guessing.")),
    "verdict.percentages_bad_number.head": Sentence(
        mark("It is often closer than the average, but some of its answers are far off.")
    ),
    "verdict.percentages_bad_number.body": Sentence(mark("So it counts as no better than guessing.")),
    "verdict.memorised": Sentence(
        mark(
            "On {row_many} it learned from it is right for {seen} of {of}, on new ones for {right}. "
            "It has partly memorised. Trust the {right}."
        )
    ),
    "verdict.memorised_number": Sentence(
        mark(
            "On {row_many} it learned from it is off by {seen} on average, on new ones by {miss}. "
            "It has partly memorised. Trust the {miss}."
        )
    ),
    "verdict.confirmed_known": Sentence(
        mark('You said that "{column}" is known in time. If it is not, this result does not hold.')
    ),
    "verdict.confirmed_known_all": Sentence(
        mark("You said that the columns are known in time. If one is not, this result does not hold.")
    ),
}

RESULTS = {
    "why.importance": Sentence(mark('"{column}" matters most to it.')),
    "why.importance_one": Sentence(
        mark('With "{column}" mixed up between rows it is right for {less} fewer of {of} ({low} to {high}).')
    ),
    "why.importance_one_rare": Sentence(
        mark(
            'With "{column}" mixed up between rows it finds {less} fewer among the {k} it is surest about '
            "({low} to {high})."
        )
    ),
    "why.importance_number": Sentence(
        mark('With "{column}" mixed up between rows it is off by {more} more ({low} to {high}).')
    ),
    "why.importance_limit": Sentence(
        mark('This shows what the model uses. It does not show what causes "{target}".')
    ),
    "why.importance_none": Sentence(mark("It makes no measurable use of: {columns}.")),
    "why.threshold": Sentence(
        mark(
            'It finds {found} of {found_of} real "{yes}". '
            'When it says "{yes}", {true} of {true_of} are right.'
        )
    ),
    "why.threshold_never": Sentence(mark('It finds {found} of {found_of} real "{yes}".')),
    "why.misses": Sentence(
        mark("The answers are off by {miss} on average; half are within {half}, nine in ten within {tenth}.")
    ),
    "why.ranges": Sentence(
        mark("Its ranges held the real value for {held} of {of} {row_many}; 80 of 100 were promised.")
    ),
}

SENTENCES = {**TESTED, **CONTRARY, **RESULTS}
