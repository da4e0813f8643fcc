"""What is said of a list of picked rows: how many they are, and what to expect of them."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

SENTENCES = {
    "pick.count": Sentence(
        mark("The list holds {count} row of {rows}."), mark("The list holds {count} rows of {rows}.")
    ),
    "pick.none": Sentence(mark("No row is on this list.")),
    "pick.expected": Sentence(
        mark(
            'By their chances, {expected} of them should be "{yes}". Of as many picked at random, {random} '
            "would be."
        )
    ),
    "pick.gain": Sentence(mark("Acting on all of them should gain about {gain}.")),
    "pick.pays_from": Sentence(mark("Acting pays where the chance is at least {chance} of {of}.")),
    "pick.never_pays": Sentence(mark("Acting costs more than it can bring, so it pays for no row.")),
    "pick.both": Sentence(mark("Say both amounts; 0 where acting costs nothing.")),
    "pick.cautions": Sentence(
        mark("{count} row on the list has a caution. Treat that answer as a guess."),
        mark("{count} rows on the list have a caution. Treat those answers as guesses."),
    ),
    "pick.amounts": Sentence(mark("Their answers lie between {low} and {high}.")),
}
