"""What is said in a workbook that answers by itself."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

SENTENCES = {
    "sheets.one": Sentence(mark("Ask")),
    "sheets.many": Sentence(mark("Many rows")),
    "sheets.about": Sentence(mark("About")),
    "sheets.fill": Sentence(
        mark(
            "Fill in the yellow cells. What stays empty counts as not known, and a value that is in no list "
            "can be typed. Nothing leaves this workbook."
        )
    ),
    "sheets.nothing": Sentence(mark("Fill in a yellow cell, then the answer stands here.")),
    "sheets.of_hundred": Sentence(mark("Its chance is {count} of 100.")),
    "sheets.paste": Sentence(
        mark(
            "Paste up to {rows} rows into the yellow cells, in the order of these columns. "
            "The answers stand in front of them."
        )
    ),
    "sheets.column": Sentence(mark("Column")),
    "sheets.row": Sentence(mark("Your row")),
    "sheets.usual": Sentence(mark("Usually")),
    "sheets.caution": Sentence(mark("Caution")),
    "sheets.answer": Sentence(mark("Answer")),
    "sheets.chance": Sentence(mark("Chance")),
    "sheets.low": Sentence(mark("In 8 of 10 cases from")),
    "sheets.high": Sentence(mark("to")),
    "sheets.days": Sentence(mark("a date, {low} to {high}")),
    "sheets.listed": Sentence(
        mark("the {count} value of the list"), mark("one of the {count} values of the list")
    ),
    "sheets.outside": Sentence(mark("outside of all that the model has seen ({low} to {high})")),
    "sheets.new": Sentence(mark("the model has not seen this value, so do not rely on the answer")),
    "sheets.no_number": Sentence(mark("this is no number, so it counts as not known")),
    "sheets.no_date": Sentence(mark("this is no date, so it counts as not known")),
    "sheets.verdict": Sentence(mark("Verdict")),
    "sheets.tested": Sentence(mark("How it was tested")),
    "sheets.use": Sentence(mark("How to use it")),
    "sheets.decision": Sentence(mark("What was decided")),
    "sheets.learned": Sentence(mark("Learned from")),
    "sheets.learned_text": Sentence(
        mark('{count} row of "{file}" on {day}.'), mark('{count} rows of "{file}" on {day}.')
    ),
    "sheets.not_for": Sentence(mark("Not for")),
    "sheets.not_for_text": Sentence(
        mark("Rows of another kind, or decisions about people without a person looking.")
    ),
    "sheets.inside": Sentence(mark("What is inside")),
    "sheets.inside_text": Sentence(
        mark(
            "What was learned, the names of the columns, the values that kinds have, and the smallest and "
            "largest numbers. No rows, no macros, no links."
        )
    ),
    "sheets.computed": Sentence(mark("How it computes")),
    "sheets.computed_text": Sentence(
        mark(
            'The hidden sheets "{learned}" and "{work}" hold what was learned, and a line of formulas a row. '
            "They are locked without a password, so that no number is changed by mistake."
        )
    ),
    "sheets.made": Sentence(mark("Made by")),
    "sheets.made_text": Sentence(mark("Hunch {version}")),
}
