"""What only a report says: its headings, and the names of what stands in it."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

HEADINGS = {
    "report.short": Sentence(mark("The answer in short")),
    "report.good": Sentence(mark("How good is it?")),
    "report.wrong": Sentence(mark("When is it wrong?")),
    "report.groups": Sentence(mark("Is it fair?")),
    "report.matters": Sentence(mark("What matters to it")),
    "report.limits": Sentence(mark("Limits and cautions")),
    "report.tried": Sentence(mark("Models that were tried")),
    "report.compared": Sentence(mark("Compared with other models")),
    "report.tested": Sentence(mark("How it was tested")),
    "report.decisions": Sentence(mark("What was decided, and when")),
    "report.note": Sentence(mark("Note")),
    "report.proof": Sentence(mark("Proof")),
}

CONTENT = {
    "report.about": Sentence(mark('A report on a model that learned "{target}" from "{file}".')),
    "report.made": Sentence(mark("Written on {day} with Hunch {version}.")),
    "report.right_wrong": Sentence(
        mark("Each line: what was really there. Each column: what it answered. Counts are tested rows.")
    ),
    "report.groups_few": Sentence(
        mark("{count} group with too few rows to say anything is not named here."),
        mark("{count} groups with too few rows to say anything are not named here."),
    ),
    "report.groups_since": Sentence(mark("Since then it was decided otherwise.")),
    "report.up_to": Sentence(mark("up to {high}")),
    "report.from": Sentence(mark("from {low} on")),
    "report.filled": Sentence(mark("not empty")),
    "report.counted_usual": Sentence(
        mark(
            'These answers are counted from 50 of 100 on. What was decided, "{yes}" from {chance} of {of} '
            "on, is counted further below."
        )
    ),
    "report.this_model": Sentence(mark('The model of this report is called "{name}".')),
    "report.other_model": Sentence(mark('About "{name}":')),
    "report.left_out": Sentence(mark("Columns that were left out:")),
    "report.how_to_repeat": Sentence(
        mark(
            "With the same file, the same choices and the same version, learning gives the same model again, "
            "and its answers can be compared."
        )
    ),
}

SENTENCES = {**HEADINGS, **CONTENT}
