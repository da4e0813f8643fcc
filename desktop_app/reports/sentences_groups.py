"""What is said of groups of rows whose answers come out differently, and of columns that tell the group."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

GAPS = {
    "why.gap": Sentence(
        mark(
            'For "{value_a}" it finds {found_a} of {of} "{yes}", for "{value_b}" {found_b}. '
            "The gap of {gap} could be {low} to {high}."
        )
    ),
    "why.gap_unclear": Sentence(
        mark(
            'For "{value_a}" it finds {found_a} of {of} and for "{value_b}" {found_b}. '
            "With {count} {row_many} this gap may be luck."
        )
    ),
    "why.gap_said": Sentence(
        mark(
            'For "{value_a}" it answers "{yes}" {found_a} times in {of}, for "{value_b}" {found_b} times. '
            "The gap of {gap} could be {low} to {high}."
        )
    ),
    "why.gap_said_unclear": Sentence(
        mark(
            'For "{value_a}" it answers "{yes}" {found_a} times in {of}, for "{value_b}" {found_b} times. '
            "With {count} {row_many} this gap may be luck."
        )
    ),
    "why.gap_false": Sentence(
        mark(
            'Of {of} {row_many} that are not "{yes}" it raises a false alarm for {found_a} where it is '
            '"{value_a}", for {found_b} where it is "{value_b}". The gap of {gap} could be {low} to {high}.'
        )
    ),
    "why.gap_false_unclear": Sentence(
        mark(
            'Of {of} {row_many} that are not "{yes}" it raises a false alarm for {found_a} where it is '
            '"{value_a}", for {found_b} where it is "{value_b}". '
            "With {count} {row_many} this gap may be luck."
        )
    ),
    "why.gap_right": Sentence(
        mark(
            'For "{value_a}" it is right for {found_a} of {of}, for "{value_b}" for {found_b}. '
            "The gap of {gap} could be {low} to {high}."
        )
    ),
    "why.gap_right_unclear": Sentence(
        mark(
            'For "{value_a}" it is right for {found_a} of {of}, for "{value_b}" for {found_b}. '
            "With {count} {row_many} this gap may be luck."
        )
    ),
    "why.gap_miss": Sentence(
        mark(
            'For "{value_a}" it is off by {found_a} on average, for "{value_b}" by {found_b}. '
            "The gap of {gap} could be {low} to {high}."
        )
    ),
    "why.gap_miss_unclear": Sentence(
        mark(
            'For "{value_a}" it is off by {found_a} on average, for "{value_b}" by {found_b}. '
            "With {count} {row_many} this gap may be luck."
        )
    ),
    "why.gap_lean": Sentence(
        mark(
            'For "{value_a}" its answers are {found_a} on average, for "{value_b}" {found_b}. '
            "The gap of {gap} could be {low} to {high}."
        )
    ),
    "why.gap_lean_unclear": Sentence(
        mark(
            'For "{value_a}" its answers are {found_a} on average, for "{value_b}" {found_b}. '
            "With {count} {row_many} this gap may be luck."
        )
    ),
}

GROUPS = {
    "groups.too_high": Sentence(mark("{miss} too high")),
    "groups.too_low": Sentence(mark("{miss} too low")),
    "groups.neither": Sentence(mark("neither too high nor too low")),
    "groups.empty": Sentence(mark("empty")),
    "groups.between": Sentence(mark("{low} to {high}")),
    "groups.title.found": Sentence(mark('How many of the real "{yes}" it finds, by "{column}"')),
    "groups.title.right": Sentence(mark('How often it is right, by "{column}"')),
    "groups.title.miss": Sentence(mark('How far it is off on average, by "{column}"')),
    "groups.one": Sentence(mark('There are not two values of "{column}" with enough rows to compare them.')),
    "groups.others": Sentence(
        mark('"{column}" has {count} other value, in {rows} of the tested rows. It is not shown.'),
        mark('"{column}" has {count} other values, in {rows} of the tested rows. They are not shown.'),
    ),
    "groups.used": Sentence(mark('The model looks at "{column}" itself.')),
    "groups.not_used": Sentence(mark('The model does not look at "{column}" itself.')),
    "groups.all_luck": Sentence(
        mark('No gap between values of "{column}" is more than luck among the {rows} rows that tested it.')
    ),
    "groups.limit": Sentence(
        mark(
            "A gap does not say why it is there, and none does not say that all is well: the answers in the "
            "table may themselves have come about unfairly. What is fair is for people to decide."
        )
    ),
    "why.stand_in": Sentence(
        mark('"{column}" largely tells "{group}", even when "{group}" itself is left out.')
    ),
    "groups.no_stand_in": Sentence(
        mark('No single column that it uses largely tells "{group}". Several together may.')
    ),
}

DOING = {
    "job.compare_groups": Sentence(mark("Comparing groups")),
    "groups.reading": Sentence(mark("Reading the rows that tested it")),
    "groups.counting": Sentence(mark("Counting right and wrong answers")),
    "groups.looking": Sentence(mark("Looking for columns that tell the group")),
}

SENTENCES = {**GAPS, **GROUPS, **DOING}
