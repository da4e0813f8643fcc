"""What is said of a new file in which the answer was filled in already."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

SENTENCES = {
    "truth.right": Sentence(mark("Right for {right} of {of} here ({low} to {high}).")),
    "truth.right_alike": Sentence(
        mark("Right for {right} of {of} here, each kind counted alike ({low} to {high}).")
    ),
    "truth.right_rare": Sentence(
        mark('Of the {of} row here that it was surest of, {right} is "{yes}" ({low} to {high}).'),
        mark('Of the {of} rows here that it was surest of, {right} are "{yes}" ({low} to {high}).'),
        counted="of",
    ),
    "truth.miss": Sentence(mark("Off by {right} on average here ({low} to {high}).")),
    "apply.promised": Sentence(mark("Promised: {promised}. That fits.")),
    "apply.promised_worse": Sentence(
        mark("Promised: {promised}. It has become worse: learn again with newer rows.")
    ),
    "apply.promised_few": Sentence(
        mark("{rows} row is too few to say whether it still holds."),
        mark("{rows} rows are too few to say whether it still holds."),
        counted="rows",
    ),
    "truth.known": Sentence(
        mark('"{target}" is filled in for {known} of {rows} rows; the others are not counted.')
    ),
    "truth.drawn": Sentence(mark("Counted in {rows} of {known} rows, drawn at random.")),
    "truth.strange": Sentence(
        mark('{count} row has a "{target}" that it has never seen, and counts as wrong.'),
        mark('{count} rows have a "{target}" that it has never seen, and count as wrong.'),
    ),
    "truth.holds_fits": Sentence(mark("Still holds")),
    "truth.holds_worse": Sentence(mark("Has become worse")),
    "truth.holds_few": Sentence(mark("Too few rows to say")),
}
