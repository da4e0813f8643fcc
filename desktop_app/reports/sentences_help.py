"""What would help: each piece of advice with the numbers that speak for it."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

HELP = {
    "help.title": Sentence(mark("What would help:")),
    "help.worse": Sentence(
        mark(
            'Leaving "{column}" out may help: with it mixed up between rows it is right for {more} more of '
            "{of} ({low} to {high})."
        )
    ),
    "help.worse_rare": Sentence(
        mark(
            'Leaving "{column}" out may help: with it mixed up between rows it finds {more} more among the '
            "{k} it is surest about ({low} to {high})."
        )
    ),
    "help.worse_number": Sentence(
        mark(
            'Leaving "{column}" out may help: with it mixed up between rows it is off by {less} less '
            "({low} to {high})."
        )
    ),
    "help.few_of_kind": Sentence(
        mark('More rows with "{value}" would help: {count} of {rows} are too few to learn it from.')
    ),
    "help.few_of_kinds": Sentence(
        mark(
            "More rows with {values} would help: of each there are at most {count} in {rows}, too few to "
            "learn them from."
        )
    ),
    "help.rare": Sentence(
        mark(
            'More rows with "{yes}" would help: there are {positives}, so the range of what it finds is wide '
            "({low} to {high} of {k})."
        )
    ),
    "help.columns": Sentence(
        mark(
            'Other columns that have to do with "{target}" and are known beforehand would help: the {count} '
            "that was used tells too little of it."
        ),
        mark(
            'Other columns that have to do with "{target}" and are known beforehand would help: the {count} '
            "that were used tell too little of it."
        ),
    ),
    "help.longer": Sentence(mark("More time may help: in {within} it tries less than it would in {longer}.")),
    "help.longer_stopped": Sentence(mark("More time may help: it was stopped before all was tried.")),
}

IDS = {
    "plan.id_used": Sentence(
        mark(
            'Leaving "{column}" out may help: you put it back, but it is different in every row, so new rows '
            "hold values that it has never seen."
        )
    ),
    "plan.repeated_id_used": Sentence(
        mark(
            'Leaving "{column}" out may help: you put it back, but it is an ID with {count} different values '
            "in {rows} rows, and new rows may hold others."
        )
    ),
}

ON_THE_COMMAND_LINE = {
    "cli.without_hint": Sentence(mark("To leave it out, add {exclude}.")),
    "cli.longer_hint": Sentence(mark("To learn longer, add {options}.")),
}

SENTENCES = {**HELP, **IDS, **ON_THE_COMMAND_LINE}
