"""What is said of a new file in which the answer was filled in already."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

SENTENCES = {
    "apply.known": Sentence(
        mark(
            'Where "{target}" is filled in, you see whether the model still holds, and it can learn again '
            "with those rows."
        )
    ),
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
        mark("Promised: {promised}. {rows} row is too few to say whether that still holds."),
        mark("Promised: {promised}. {rows} rows are too few to say whether that still holds."),
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
    "truth.strange_drawn": Sentence(
        mark('Of the {rows} rows counted, {count} has a "{target}" that it has never seen: it is wrong.'),
        mark('Of the {rows} rows counted, {count} have a "{target}" that it has never seen: they are wrong.'),
    ),
    "truth.seen_drawn": Sentence(
        mark("Of {rows} rows drawn, {count} was already there when it learned, and is not counted."),
        mark("Of {rows} rows drawn, {count} were already there when it learned, and are not counted."),
    ),
    "truth.seen": Sentence(
        mark("{count} row was already there when it learned, and is not counted."),
        mark("{count} rows were already there when it learned, and are not counted."),
    ),
    "truth.all_seen": Sentence(
        mark(
            'All rows with a "{target}" were already there when it learned. They do not tell whether it is '
            "still right."
        )
    ),
    "truth.no_rare": Sentence(
        mark('"{target}" is filled in, but no row is "{yes}": how many of such rows it finds is not known.')
    ),
    "held.fits": Sentence(
        mark("It still holds in the {count} file that can tell."),
        mark("It still holds in all {count} files that can tell."),
    ),
    "held.worse": Sentence(
        mark('It has become worse since "{file}", brought on {day}. Learn again with newer rows.')
    ),
    "held.again": Sentence(
        mark(
            'It holds in "{file}", the newest file that can tell. '
            "In {count} of {files} such files it was worse."
        )
    ),
    "held.few": Sentence(mark("No file has enough rows yet to say whether it still holds.")),
    "truth.holds_fits": Sentence(mark("Still holds")),
    "truth.holds_worse": Sentence(mark("Has become worse")),
    "truth.holds_few": Sentence(mark("Too few rows to say")),
}
