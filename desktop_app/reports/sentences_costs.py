"""What is asked about the cost of mistakes before learning, and what is said of it afterwards."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

SENTENCES = {
    "plan.cost_question": Sentence(
        mark('Which mistake is worse: missing a "{yes}", or calling a "{no}" "{yes}"?')
    ),
    "plan.cost_times": Sentence(mark("{count} to 1")),
    "plan.cost_effect": Sentence(
        mark(
            "From which chance on it says one or the other, and whether it is worth using, then go by what "
            "its mistakes cost. The worse one counts as {count} of the other, unless you give amounts."
        )
    ),
    "chosen.costs": Sentence(mark('A missed "{yes}" was said to cost {missed}, and a false alarm {false}.')),
    "chosen.no_costs": Sentence(mark("It was no longer said what mistakes cost.")),
    "verdict.costs_dearer.head": Sentence(
        mark('At these costs it is cheapest to treat every {row_one} as "{always}".')
    ),
    "verdict.costs_unsure.head": Sentence(
        mark('At these costs it may save nothing: treating every {row_one} as "{always}" could be as cheap.')
    ),
    "verdict.costs.body": Sentence(
        mark(
            "For every 100 {row_many}, its mistakes cost about {cost}; "
            'always answering "{always}" costs about {alone}.'
        )
    ),
    "verdict.costs.help": Sentence(
        mark("Use it to decide where to look first, and check what mistakes really cost.")
    ),
    "verdict.costs_right": Sentence(
        mark("Answering by these costs, it is right for {right} of {of} {row_many} it had never seen.")
    ),
    "verdict.costs_itself": Sentence(
        mark("Saying the likelier of the two, it would be right for {right}, the simplest guess for {guess}.")
    ),
    "verdict.costs_saved": Sentence(
        mark(
            "At these costs it saves something: for every 100 {row_many}, its mistakes cost about {cost}, "
            'always answering "{always}" costs about {alone}, and saying "{yes}" from 50 of 100 on about '
            "{usual}."
        )
    ),
    "decide.kept_by_costs": Sentence(
        mark(
            'By what you said that mistakes cost, it says "{yes}" from {chance} of {of} on. '
            "New files are answered so."
        )
    ),
    "decide.chosen_in_turn": Sentence(
        mark(
            "This place was found on the rows that tested it. Found anew without each row that is tested, "
            "its mistakes cost about {cost}: that is what the verdict goes by."
        )
    ),
    "decide.no_costs": Sentence(mark("Where neither mistake costs anything, no place is the cheapest.")),
    "decide.chosen_before": Sentence(
        mark(
            "This place was chosen on rows that were hidden while it learned, and not on those that tested "
            "it."
        )
    ),
}
