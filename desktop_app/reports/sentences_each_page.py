"""What is said of models of which each group has its own, on their page."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

SENTENCES = {
    "each.title": Sentence(mark('A model for each "{column}"')),
    "each.level.better": Sentence(mark("better than its simplest guess")),
    "each.level.unclear": Sentence(mark("not shown to be better")),
    "each.level.few": Sentence(mark("too few rows to tell")),
    "each.odd.worse": Sentence(mark("further off than groups of its size")),
    "each.odd.other": Sentence(mark("other columns move it")),
    "each.filter.all": Sentence(mark("All ({count})")),
    "each.filter.better": Sentence(mark("Better than the simplest guess ({count})")),
    "each.filter.unclear": Sentence(mark("Not shown to be better ({count})")),
    "each.filter.few": Sentence(mark("Too few rows to tell ({count})")),
    "each.filter.odd": Sentence(mark("Unlike the others ({count})")),
    "each.found": Sentence(mark("{first} to {last} of {count}")),
    "each.none": Sentence(mark('No group is called "{find}".')),
    "each.none_here": Sentence(mark("There is none.")),
    "each.picture": Sentence(mark("The fewer rows a group has, the more its dot may move by chance")),
    "each.picture_about": Sentence(
        mark(
            "A dot for each group: its rows across, how far its answers are off up, in parts of 100 of what "
            "its own simplest guess is off; below the broken line it is better than that."
        )
    ),
    "each.picture_cut": Sentence(mark("Groups above {most} are drawn at the upper edge.")),
    "each.picture_some": Sentence(
        mark("{shown} of {count} groups are drawn, all unlike the others among them.")
    ),
    "each.table": Sentence(mark('The groups of "{column}" with enough rows, the worst first')),
    "each.table_few": Sentence(
        mark(
            '{shown} of {count} groups of "{column}": those unlike the others, then the worst and the best '
            "of all that can be told"
        )
    ),
    "each.table_ends": Sentence(
        mark('{shown} of {count} groups of "{column}": the worst and the best of all that can be told')
    ),
    "each.one_for_all": Sentence(mark("All rows together")),
    "each.choice": Sentence(mark('Each value of "{column}" ({count})')),
    "each.choice_hint": Sentence(
        mark(
            "Worth trying where each has rules of its own, as shops may have. Each learns from its own rows, "
            "and the fewer it has, the more it borrows from the model of all rows."
        )
    ),
}
