"""The sentences that stand beside a verdict: how it was tested, and what to keep in mind."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

TESTED = {
    "learned.few_rows": Sentence(
        mark(
            "There were {rows} {row_many}, so the range is wide: {low} to {high} of {of}. "
            "With about {need} {row_many} it would be half as wide."
        )
    ),
    "learned.few_rows_number": Sentence(
        mark(
            "There were {rows} {row_many}, so the range is wide: off by {low} to {high}. "
            "With about {need} {row_many} it would be half as wide."
        )
    ),
    "verdict.tested": Sentence(
        mark("Tested on {tested} {row_many} that it had not seen, then learned again from all {rows}.")
    ),
    "verdict.tested_repeated": Sentence(
        mark(
            "Part of the data was hidden, the rest learned, and the hidden part checked: {folds} times, "
            "so that each {row_one} was hidden. Then it learned again from all {rows}."
        )
    ),
    "verdict.tested_no_refit": Sentence(mark("Tested on {tested} {row_many} that it had not seen.")),
    "verdict.tested_group": Sentence(
        mark(
            'Tested on {tested} {row_many} with {things} different "{by}" that it had never seen, '
            "then learned again from all {rows}."
        )
    ),
    "verdict.tested_group_repeated": Sentence(
        mark(
            'Part of the data was hidden, all rows of one "{by}" together, the rest learned, and the hidden '
            "part checked: {folds} times, so that each of {things} was hidden. "
            "Then it learned again from all {rows}."
        )
    ),
    "verdict.tested_group_no_refit": Sentence(
        mark('Tested on {tested} {row_many} with {things} different "{by}" that it had never seen.')
    ),
    "verdict.tested_time": Sentence(
        mark(
            'Tested on the {tested} {row_many} after {after} ("{by}") when it had learned from those before, '
            "then learned again from all {rows}."
        )
    ),
    "verdict.tested_time_repeated": Sentence(
        mark(
            'It learned from the {row_many} that come first by "{by}" and was checked on those that follow, '
            "{folds} times, on {tested} {row_many} in all. Then it learned again from all {rows}."
        )
    ),
    "verdict.few_things": Sentence(
        mark(
            'Only {things} different "{by}" were there to test it, so the true figure may well lie outside '
            "of this range."
        )
    ),
    "verdict.few_tested": Sentence(
        mark(
            "Only {tested} {row_many} were there to test it. The true figure can lie anywhere from {low} to "
            "{high}."
        )
    ),
}

CONTRARY = {
    "verdict.even.head": Sentence(
        mark(
            'About as often right as always answering "{common}" ({right} and {guess} of {of}), but its '
            "percentages tell {row_many} apart better."
        )
    ),
    "verdict.even.body": Sentence(
        mark(
            "With other {row_many} it could be right for {low} to {high}. Go by its percentages, not by its "
            "answers alone."
        )
    ),
    "verdict.even_each.head": Sentence(
        mark(
            "Taking the {count} kinds as equally frequent, it is about as often right as always answering "
            '"{common}" ({right} and {guess} of {of}), but its percentages tell {row_many} apart better.'
        )
    ),
    "verdict.even_each.body": Sentence(
        mark(
            "With other {row_many} it could be right for {low} to {high}. Go by its percentages, not by its "
            "answers alone."
        )
    ),
    "verdict.even_rare.head": Sentence(
        mark(
            'Of the {k} it is surest about, about as many are "{yes}" as of {k} picked at random ({found} '
            "and {random}), but over all {row_many} its percentages fit better."
        )
    ),
    "verdict.even_rare.body": Sentence(mark("With other {row_many} it could be {low} to {high}.")),
    "verdict.even_number.head": Sentence(
        mark(
            "About as far off on average as always answering {mean} ({miss} and {guess}), but it avoids big "
            "misses better."
        )
    ),
    "verdict.even_number.body": Sentence(mark("With other {row_many} it could be off by {low} to {high}.")),
    "verdict.luck": Sentence(
        mark(
            'Always answering "{common}" is right for {guess}, which lies within {low} to {high}, so by the '
            "number of right answers alone it could be luck. Its percentages tell {row_many} apart better: "
            "that is what lifts it above guessing."
        )
    ),
    "verdict.luck_rare": Sentence(
        mark(
            "Picking {k} at random finds {random}, which lies within {low} to {high}, so by this count alone "
            "it could be luck. Over all {row_many} its percentages fit better: that is what lifts it above "
            "guessing."
        )
    ),
    "verdict.luck_number": Sentence(
        mark(
            "Always answering {mean} is off by {guess}, which lies within {low} to {high}, so by the average "
            "alone it could be luck. It avoids big misses better: that is what lifts it above guessing."
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
    "verdict.memorised_later": Sentence(
        mark(
            "On {row_many} it learned from it is right for {seen} of {of}, on later ones for {right}. "
            "It has partly memorised, or things have changed since. Trust the {right}."
        )
    ),
    "verdict.memorised_later_number": Sentence(
        mark(
            "On {row_many} it learned from it is off by {seen} on average, on later ones by {miss}. "
            "It has partly memorised, or things have changed since. Trust the {miss}."
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
    "why.importance_nothing": Sentence(mark("No single column changes measurably how often it is right.")),
    "why.importance_nothing_number": Sentence(mark("No single column changes measurably how far it is off.")),
    "why.importance_hardly": Sentence(
        mark('With "{column}" mixed up between rows there is hardly any difference: fewer than 1 of {of}.')
    ),
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
    "why.importance_short": Sentence(mark("{less} fewer right")),
    "why.importance_short_number": Sentence(mark("+{more}")),
    "why.importance_others": Sentence(
        mark("And {count} other column, which it leans on less."),
        mark("And {count} other columns, which it leans on less."),
    ),
    "why.importance_limit": Sentence(
        mark('This shows what the model uses. It does not show what causes "{target}".')
    ),
    "why.importance_none": Sentence(mark("It makes no measurable use of: {columns}.")),
    "why.found": Sentence(mark('It finds {found} of {found_of} real "{yes}".')),
    "why.found_rows": Sentence(mark('It finds {found} of {found_of} real "{yes}" ({counted} of {rows}).')),
    "why.true": Sentence(mark('When it says "{yes}", {true} of {true_of} are right.')),
    "why.true_rows": Sentence(
        mark('When it says "{yes}", {true} of {true_of} are right ({counted} of {rows}).')
    ),
    "why.misses": Sentence(
        mark("The answers are off by {miss} on average; half are within {half}, nine in ten within {tenth}.")
    ),
    "why.ranges": Sentence(
        mark("Its ranges held the real value for {held} of {of} {row_many}; 80 of 100 were promised.")
    ),
}

SENTENCES = {**TESTED, **CONTRARY, **RESULTS}
