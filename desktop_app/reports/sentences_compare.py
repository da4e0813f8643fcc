"""What is said of two models of one table, and of what they were learned from."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

COMPARED = {
    "why.compare": Sentence(mark('"{a}" is right for {right_a}, "{b}" for {right_b} of the same {of}.')),
    "why.compare_even": Sentence(
        mark(
            'Taking all kinds as equally frequent, "{a}" is right for {right_a}, "{b}" for {right_b} of the '
            "same {of}."
        )
    ),
    "why.compare_rare": Sentence(
        mark(
            'Of the {k} {row_many} each is surest about, {right_a} are "{yes}" for "{a}" and {right_b} for '
            '"{b}".'
        )
    ),
    "why.compare_number": Sentence(
        mark('"{a}" is off by {right_a} on average, "{b}" by {right_b}, for the same rows.')
    ),
    "why.compare.clear": Sentence(mark("The difference is more than luck.")),
    "why.compare.luck": Sentence(mark("The difference may be luck.")),
    "why.compare.same": Sentence(mark("There is no difference.")),
    "compare.counted_usual": Sentence(
        mark("Both are counted as if they said the likelier of the two, whatever was decided about that.")
    ),
    "compare.tested": Sentence(mark("Both were tested on {rows} {row_many} that neither of them had seen.")),
    "compare.ahead": Sentence(
        mark('With other {row_many} of this kind "{a}" could be ahead by {low} to {high} of {of}.')
    ),
    "compare.either": Sentence(
        mark('With other {row_many} of this kind "{a}" could be ahead by {high} of {of}, or "{b}" by {low}.')
    ),
    "compare.ahead_number": Sentence(
        mark('With other {row_many} of this kind "{a}" could be closer by {low} to {high} on average.')
    ),
    "compare.either_number": Sentence(
        mark(
            'With other {row_many} of this kind "{a}" could be closer by {high} on average, or "{b}" by '
            "{low}."
        )
    ),
    "compare.few": Sentence(
        mark("Only {rows} rows tested both, too few to tell which of the two is better. {need} would do.")
    ),
    "compare.rows": Sentence(
        mark(
            "The table was read otherwise when one of the two learned, so they were not tested on the same "
            "rows. Learn the older one again to compare them."
        )
    ),
}

LISTED = {
    "compare.score": Sentence(mark("Right for {right} of {of}")),
    "compare.score_even": Sentence(mark("Right for {right} of {of}, all kinds taken as equally frequent")),
    "compare.score_rare": Sentence(mark('Of the {k} it is surest about, {right} are "{yes}"')),
    "compare.score_number": Sentence(mark("Off by {right} on average")),
    "compare.columns_in": Sentence(mark("It also used: {columns}.")),
    "compare.columns_out": Sentence(mark("It did without: {columns}.")),
    "compare.other_target": Sentence(mark("It answers another question.")),
    "compare.nothing": Sentence(mark("Learned with the same choices.")),
    "compare.first": Sentence(mark("The first one.")),
    "compare.other_reading": Sentence(mark("The table was read otherwise then.")),
}

DOING = {
    "job.compare_trainings": Sentence(mark("Comparing two models")),
    "compare.reading": Sentence(mark("Reading the rows that tested them")),
    "compare.drawing": Sentence(mark("Finding out what luck could do")),
}

SENTENCES = {**COMPARED, **LISTED, **DOING}
