"""What is said of a forecast once the moments have come that it had forecast."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

SENTENCES = {
    "hindsight.off": Sentence(
        mark(
            "{count} value has come that it had forecast, up to {ahead} ahead: it was off by {miss}, and the "
            "simple way by {guess}."
        ),
        mark(
            "{count} values have come that it had forecast, up to {ahead} ahead: it was off by {miss} on "
            "average, and the simple way by {guess}."
        ),
    ),
    "hindsight.promised": Sentence(mark("So far ahead it was off by {promised} on average in its test.")),
    "hindsight.inside": Sentence(mark("In their ranges, which are made for 8 of 10: {inside} of {of}.")),
    "hindsight.holds": Sentence(mark("As in its test")),
    "hindsight.worse": Sentence(mark("Worse than in its test")),
    "hindsight.unclear": Sentence(mark("Too few values to say")),
    "hindsight.help": Sentence(
        mark("Learn again from a file with all of the past: what was learned may no longer hold.")
    ),
}
