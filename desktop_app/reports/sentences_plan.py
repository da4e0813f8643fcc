"""What is said before learning: the questions a table can answer, and what is left out."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

QUESTIONS = {
    "suggest.two": Sentence(mark('Can it tell "{target}": {yes} or {no}?')),
    "suggest.three": Sentence(mark('Which "{target}" will it be: {first}, {second} or {third}?')),
    "suggest.many": Sentence(
        mark('Which "{target}" will it be: {first}, {second} or one of {count} others?')
    ),
    "suggest.number": Sentence(mark('What number will "{target}" be? Usually {low} to {high}.')),
    "suggest.none": Sentence(mark("No column here can be predicted: {reason}.")),
    "predict.kind": Sentence(mark('"{target}" holds {what}, so the question is: {kind}')),
    "predict.codes": Sentence(
        mark('"{target}" holds only {values}. They are taken as names of kinds, not as amounts.')
    ),
}

LEFT_OUT = {
    "plan.left_out_id": Sentence(mark('"{column}" is left out: it is different in every row.')),
    "plan.left_out_repeated_id": Sentence(
        mark('"{column}" is left out: it is an ID that repeats, {count} different ones in {rows} rows.')
    ),
    "plan.left_out_constant": Sentence(mark('"{column}" is left out: it holds one value only.')),
    "plan.left_out_nearly_empty": Sentence(
        mark('"{column}" is left out: nearly all of its cells are empty.')
    ),
    "plan.left_out_empty": Sentence(mark('"{column}" is left out: {count} of {rows} cells are empty.')),
    "plan.left_out_same": Sentence(
        mark('"{column}" is left out: it says the same as "{target}" in {count} of {rows} rows.')
    ),
    "plan.left_out_text": Sentence(
        mark('"{column}" is left out: it holds free text, which is not learned from.')
    ),
    "plan.left_out_personal": Sentence(
        mark('"{column}" is left out: it looks like data of single people, which the model file would carry.')
    ),
    "plan.left_out_gives_away": Sentence(
        mark(
            '"{column}" is left out: it alone nearly gives the answer, as a column does that is filled in '
            "afterwards or worked out from the answer."
        )
    ),
    "plan.left_out_filled_later": Sentence(
        mark(
            '"{column}" is left out: it is filled in for one answer and empty for the others, as a column is '
            "that is filled in afterwards."
        )
    ),
    "plan.left_out_average": Sentence(
        mark(
            '"{column}" is left out: it is the average of "{target}" over the rows that share its value, so '
            "it holds the answer."
        )
    ),
    "plan.left_out_asked": Sentence(mark('"{column}" is left out, as you asked.')),
}

PLAN = {
    "plan.columns": Sentence(mark("{used} of {other} other columns are used.")),
    "plan.target_missing": Sentence(
        mark('{count} of {rows} rows has no "{target}". It is not learned from.'),
        mark('{count} of {rows} rows have no "{target}". They are not learned from.'),
    ),
    "plan.target_left_out": Sentence(
        mark('You left "{target}" out of the table, so it cannot be predicted. Choose another column.')
    ),
    "plan.target_gone": Sentence(mark('There is no column "{target}" any more. Choose another column.')),
    "plan.sampled": Sentence(
        mark(
            "The table is too large to learn from all of it. It learns from {sample} of {rows} rows, "
            "taken evenly from the whole table."
        )
    ),
    "plan.few_rows": Sentence(
        mark(
            "There are {rows} {row_many}, so the result may have a wide range. "
            "With about {need} it would be half as wide."
        )
    ),
    "plan.few_of_class": Sentence(
        mark('"{value}" appears in {count} of {rows} rows. It can hardly be learned.')
    ),
    "plan.gives_away": Sentence(
        mark(
            '"{column}" alone nearly gives the answer. Such a column is often filled in afterwards: would '
            "you know it at the moment you need the answer?"
        )
    ),
    "plan.filled_later": Sentence(
        mark(
            '"{column}" is filled in for one answer and empty for the others. Would it be filled in already '
            "at the moment you need the answer?"
        )
    ),
    "plan.average": Sentence(
        mark(
            '"{column}" is the average of the answers of the rows that share its value. Would you know it at '
            "the moment you need the answer?"
        )
    ),
    "plan.group_question": Sentence(
        mark(
            '"{column}" has {entities} different values in {rows} rows. Keep all rows of one "{column}" '
            "together when it is tested?"
        )
    ),
    "plan.group_question.hint": Sentence(mark('Yes, if you will use it on a "{column}" that is new.')),
    "plan.time_question": Sentence(
        mark(
            "Will you use it on later {row_many}? Then it should be tested on the latest ones by "
            '"{column}". They go from {first} to {last}.'
        )
    ),
    "plan.apart_open": Sentence(
        mark("Without an answer, the stricter test is made where the rows call for it, and that is said.")
    ),
    "plan.by_group": Sentence(
        mark(
            '{entities} values of "{column}" stand in several rows each ({rows} in all), and the answers of '
            'one "{column}" are alike. So it was tested on values of "{column}" that it had never seen.'
        )
    ),
    "plan.by_time": Sentence(
        mark(
            'The rows are in the order of "{column}", from {first} to {last}, and "{target}" changes over '
            "time. So it was tested on the latest rows."
        )
    ),
    "plan.uneven": Sentence(
        mark(
            'Always answering "{common}" would be right for {guess} of {of} {row_many}. So each of the '
            "{kinds} kinds counts alike when it is judged."
        )
    ),
    "plan.rare": Sentence(
        mark(
            'Only {count} of {of} {row_many} are "{yes}". Always answering "{no}" would be right for {guess} '
            'and find none. So it is judged by how many "{yes}" are among those it is surest about.'
        )
    ),
}

SENTENCES = {**QUESTIONS, **LEFT_OUT, **PLAN}
