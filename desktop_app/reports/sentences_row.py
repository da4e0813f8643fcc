"""What is said of one row that a person tries: its fields, the answer to it, why, and rows like it."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

FIELDS = {
    "empty.try": Sentence(mark("There is no model to try yet. Learn first.")),
    "why.empty": Sentence(mark("empty")),
    "why.try_usual": Sentence(mark("Usual: {low} to {high}")),
    "why.try_outside": Sentence(
        mark('{value} is beyond everything it has seen in "{column}" ({min} to {max}).')
    ),
    "why.try_not_number": Sentence(mark('"{value}" is not a number.')),
    "why.try_not_day": Sentence(mark('"{value}" is not a day such as {example}.')),
    "why.try_mend": Sentence(
        mark("It answers as soon as {count} value is mended."),
        mark("It answers as soon as {count} values are mended."),
    ),
    "why.try_unknown": Sentence(
        mark('Neither the table nor the model tells what "{column}" is like, so it is left empty here.')
    ),
    "why.try_others": Sentence(
        mark("{count} more column has no field here and stays as it usually is."),
        mark("{count} more columns have no field here and stay as they usually are."),
    ),
}

ANSWERS = {
    "why.row": Sentence(mark('Most likely "{answer}". Of 100 {row_many} like this, {chance} are "{yes}".')),
    "why.row_decided": Sentence(
        mark('Answered "{answer}", as you decided. Of 100 {row_many} like this, {chance} are "{yes}".')
    ),
    "why.row_unsure": Sentence(
        mark('It is undecided: of 100 {row_many} like this, {chance} are "{yes}". Decide yourself.')
    ),
    "why.row_unsure_kinds": Sentence(
        mark(
            'It is undecided: of 100 {row_many} like this, {chance} are "{yes}" and {next} are '
            '"{other}". Decide yourself.'
        )
    ),
    "why.row_number": Sentence(
        mark("Most likely {value}. In 8 of 10 cases like this the real value lies between {low} and {high}.")
    ),
    "why.row_about": Sentence(mark("about {count}")),
    "why.row_fewer": Sentence(mark("fewer than 1")),
    "why.row_more": Sentence(mark("more than 99")),
    "why.row_chance": Sentence(mark("{answer}: {chance} of 100")),
    "why.row_guess": Sentence(mark("Treat this answer as a guess:")),
    "why.real": Sentence(mark('You started from row {row}. There "{target}" really is "{value}".')),
    "why.real_empty": Sentence(mark('You started from row {row}, where "{target}" is empty.')),
    "why.real_limit": Sentence(
        mark("It may have learned from this {row_one}, so a right answer here proves little.")
    ),
    "why.no_row": Sentence(mark("There is no row {row}. The last one is {rows}.")),
}

REASONS = {
    "why.reasons": Sentence(
        mark('Of 100 {row_many}, usually {usual} are "{yes}". These values make it {chance}.')
    ),
    "why.reasons_number": Sentence(mark("Usually it answers {usual}. These values make it {answer}.")),
    "why.reasons_none": Sentence(mark("None of these values moves the answer away from the usual one.")),
    "why.reason_up": Sentence(mark('"{column}" is {value}: pushes towards "{yes}", {strength}')),
    "why.reason_down": Sentence(mark('"{column}" is {value}: pushes away from "{yes}", {strength}')),
    "why.reason_more": Sentence(mark('"{column}" is {value}: {amount} more than usual')),
    "why.reason_less": Sentence(mark('"{column}" is {value}: {amount} less than usual')),
    "why.rest_up": Sentence(mark('all other columns together: push towards "{yes}", {strength}')),
    "why.rest_down": Sentence(mark('all other columns together: push away from "{yes}", {strength}')),
    "why.rest_more": Sentence(mark("all other columns together: {amount} more than usual")),
    "why.rest_less": Sentence(mark("all other columns together: {amount} less than usual")),
    "why.strength.lot": Sentence(mark("a lot")),
    "why.strength.some": Sentence(mark("some")),
    "why.strength.little": Sentence(mark("a little")),
}

ROWS_LIKE_IT = {
    "why.similar": Sentence(
        mark('Of the {count} most similar past {row_many}, {yes_count} was "{yes}".'),
        mark('Of the {count} most similar past {row_many}, {yes_count} were "{yes}".'),
        counted="yes_count",
    ),
    "why.similar_number": Sentence(
        mark("The {count} most similar past {row_many} had {low} to {high}, {mean} on average.")
    ),
    "why.similar_shown": Sentence(mark("The {count} past {row_many} that are most like it:")),
    "why.similar_few": Sentence(
        mark("Few past {row_many} are like this one ({count}). Treat the answer as a guess.")
    ),
    "why.similar_none": Sentence(mark("No past {row_many} can be compared with this one.")),
    "why.similar_gone": Sentence(
        mark("The table it learned from is not there any more, so no {row_many} of it can be shown.")
    ),
}

CHANGES = {
    "why.change": Sentence(mark('It would answer "{answer}" with this instead:')),
    "why.change_number": Sentence(mark("It would answer {answer} with this instead:")),
    "why.changed": Sentence(mark('"{column}": {after} instead of {before}')),
    "why.change_already": Sentence(mark('It already answers "{answer}".')),
    "why.change_none": Sentence(mark("No change of {allowed} turns the answer.")),
    "why.change_none_more": Sentence(mark("No change of {allowed} makes the answer clearly larger.")),
    "why.change_none_less": Sentence(mark("No change of {allowed} makes the answer clearly smaller.")),
    "why.change_more": Sentence(mark("larger")),
    "why.change_less": Sentence(mark("smaller")),
    "why.change_any": Sentence(mark("any other answer")),
    "why.change_nothing": Sentence(mark("Tick at least one column that may change.")),
    "why.change_limit": Sentence(
        mark("This would change the model's answer. It may not change what happens.")
    ),
}

KEPT = {
    "why.kept": Sentence(mark("A row that was tried:")),
    "why.kept_others": Sentence(mark("{count} other column"), mark("{count} other columns")),
    "why.kept_done": Sentence(mark("Kept. It stands in your note on this model, and so in its report.")),
    "why.kept_full": Sentence(mark("There is no more room in your note on this model. Shorten it first.")),
}

SENTENCES = {**FIELDS, **ANSWERS, **REASONS, **ROWS_LIKE_IT, **CHANGES, **KEPT}
