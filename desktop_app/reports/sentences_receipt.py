"""What is said of a model file that was checked, and of the model that was learned again to compare."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

SENTENCES = {
    "model.opened": Sentence(
        mark('"{model}" is intact: it gives the same {count} stored answer as on the day it was saved.'),
        mark('"{model}" is intact: it gives the same {count} stored answers as on the day it was saved.'),
    ),
    "model.opened_unasked": Sentence(
        mark('"{model}" is intact. It has no stored answers that it could be asked for.')
    ),
    "model.made_by": Sentence(mark("Saved on {day} in format {format}, by Hunch {version} with {what}.")),
    "model.receipt_same": Sentence(
        mark("Learned again from the same file: the same model, to the last number.")
    ),
    "model.receipt_differs": Sentence(
        mark("Learned again from the same file: {count} number differs, {what}: {now} instead of {then}."),
        mark(
            "Learned again from the same file: {count} numbers differ, first {what}: {now} instead of {then}."
        ),
    ),
    "model.receipt_file_differs": Sentence(
        mark(
            "Learned again from the same file: no number of its test differs, but the model is not the same."
        )
    ),
    "model.receipt_differs.hint": Sentence(
        mark("On another kind of computer the answers agree, the file need not.")
    ),
    "model.answers_agree": Sentence(mark("Its stored answers are the same as far as computers agree.")),
    "model.answers_differ": Sentence(mark("Its stored answers differ, too.")),
}
