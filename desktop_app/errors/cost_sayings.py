"""The sentences about what mistakes cost, where that cannot be said so."""

from desktop_app.errors.saying import Saying
from desktop_app.language import mark

COST_SAYINGS = {
    "plan.costs_two": Saying(
        "data",
        mark('What mistakes cost can be said of two kinds, and "{target}" does not hold just two.'),
        mark("Leave the costs out, or predict a column of two kinds."),
    ),
    "plan.costs_half": Saying(
        "usage",
        mark("It is not said what both mistakes cost."),
        mark("Go back and say both: 0 for one that costs nothing, but not for both."),
    ),
    "plan.cost_amount": Saying(
        "usage",
        mark('"{value}" is no cost: a mistake costs 0, or an amount from {least} to {most}.'),
        mark("Write a number such as 500. Say very small amounts in a smaller unit, such as cents."),
    ),
    "cli.both_costs": Saying(
        "usage",
        mark("--cost-missed and --cost-false go together, and only one of them may be 0."),
        mark("Such as --cost-missed 500 --cost-false 20."),
    ),
}
