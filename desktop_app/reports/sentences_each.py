"""Sentences about a model for each group: what it is worth, and for which groups."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

SENTENCES = {
    "each.counted": Sentence(
        mark(
            'Of {count} group of "{column}": {better} better than its own simplest guess, {unclear} not '
            "shown to be, {few} with too few rows to tell."
        ),
        mark(
            'Of {count} groups of "{column}": {better} better than their own simplest guess, {unclear} not '
            "shown to be, {few} with too few rows to tell."
        ),
    ),
    "each.by_chances": Sentence(
        mark(
            "Compared is how likely the models called what was true, not only how often they were wrong; a "
            "group that is called better is also less often wrong."
        )
    ),
    "candidate.note_each": Sentence(
        mark("All are compared as one model for all; what is each group's own comes on top of it.")
    ),
    "each.all_few": Sentence(
        mark("No group has enough rows to be judged. Choose a column with fewer values, each in more rows.")
    ),
    "each.by_luck": Sentence(
        mark("Of those that are called better, at most about {count} may be so by luck."),
        mark("Of those that are called better, at most about {count} may be so by luck."),
    ),
    "each.pooled": Sentence(
        mark("One model for all groups is as good here, so it answers for each of them.")
    ),
    "each.gain": Sentence(
        mark(
            "On rows it had never seen, what one model for all leaves open is {percent} percent smaller with "
            "a model for each group ({least} to {most} percent)."
        )
    ),
    "each.gain_unclear": Sentence(
        mark("Whether a model for each group is better than one for all, the tested rows do not show.")
    ),
    "each.only_level": Sentence(
        mark("The groups differ in their level; what moves the answer is the same in all of them.")
    ),
    "each.borrowing": Sentence(
        mark("{count} group borrows nearly everything from the model for all."),
        mark("{count} groups borrow nearly everything from the model for all."),
    ),
    "each.small": Sentence(
        mark("{count} group with fewer than {least} rows has the model for all."),
        mark("{count} groups with fewer than {least} rows have the model for all."),
    ),
    "each.empty": Sentence(
        mark('{count} row in which "{column}" is empty has the model for all.'),
        mark('{count} rows in which "{column}" is empty have the model for all.'),
    ),
    "each.unknown": Sentence(
        mark(
            'Each end of a range lies {further} further out where the "{column}" of a row is not known to it.'
        )
    ),
    "each.worse": Sentence(mark("Far more off than groups of about the same size: {groups}.")),
    "each.other": Sentence(mark("What moves the answer differs most from the other groups in: {groups}.")),
    "caution.no_group": Sentence(mark("no model of its own for this {column}, but the one for all")),
    "learn.groups": Sentence(mark("Learning for each group: {done} of {groups}")),
}
