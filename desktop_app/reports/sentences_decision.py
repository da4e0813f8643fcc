"""What is said of where the line is drawn between two answers, and of what mistakes cost there."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

SENTENCES = {
    "why.threshold": Sentence(
        mark('It finds {found} of {found_of} "{yes}". When it says "{yes}", {true} of {true_of} are right.')
    ),
    "why.threshold_never": Sentence(mark('It never says "{yes}", so it finds none of {found_of}.')),
    "decide.title": Sentence(mark('How sure must it be before it says "{yes}"?')),
    "decide.about": Sentence(
        mark(
            'For every row it finds a chance of "{yes}". From which chance on that counts as "{yes}" is '
            "yours to say."
        )
    ),
    "decide.place": Sentence(mark("From {chance} of {of} on")),
    "decide.place_usual": Sentence(mark("From 50 of 100 on, as by itself")),
    "decide.line": Sentence(mark('It says "{yes}" from {chance} of {of} on.')),
    "decide.usual": Sentence(mark('By itself, it says "{yes}" from 50 of 100 on.')),
    "decide.kept": Sentence(
        mark('You decided: it says "{yes}" from {chance} of {of} on. New files are answered so.')
    ),
    "decide.others_stay": Sentence(mark("All other figures on this page are those from 50 of 100 on.")),
    "decide.missed": Sentence(mark('A missed "{yes}" costs')),
    "decide.false": Sentence(mark("A false alarm costs")),
    "decide.cost": Sentence(mark("For every 100 rows, its mistakes cost about {cost}.")),
    "decide.cost_others": Sentence(
        mark(
            'Never saying "{yes}" would cost {never}, always saying it {always}, '
            "and saying it from 50 of 100 on {usual}."
        )
    ),
    "decide.cheapest_never": Sentence(mark('At these costs, never saying "{yes}" is cheapest.')),
    "decide.cheapest_always": Sentence(mark('At these costs, always saying "{yes}" is cheapest.')),
    "decide.chosen": Sentence(
        mark(
            "The cheapest place was found on the {rows} row that tested it, so in use it may cost a little "
            "more."
        ),
        mark(
            "The cheapest place was found on the {rows} rows that tested it, so in use it may cost a little "
            "more."
        ),
        counted="rows",
    ),
    "decide.one_cost": Sentence(mark("Say what both cost; 0 for one that costs nothing.")),
    "groups.counted": Sentence(
        mark('These figures were counted as it answered then: "{yes}" from {chance} of {of} on.')
    ),
    "apply.decided": Sentence(
        mark('It says "{yes}" from {chance} of {of} on, as was decided for this model.')
    ),
    "apply.decided_since": Sentence(
        mark('Since these rows were answered, you decided that it says "{yes}" from {chance} of {of} on.')
    ),
    "apply.undecided_since": Sentence(
        mark('Since these rows were answered, you went back to "{yes}" from 50 of 100 on.')
    ),
}
