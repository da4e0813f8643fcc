"""What is said of groups of rows that are alike, and of whether there are any."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

VERDICTS = {
    "verdict.guessing.groups.head": Sentence(mark("There are no clear groups.")),
    "verdict.guessing.groups.body": Sentence(
        mark(
            "Done again on half of the rows, only {same} of 100 pairs stay together ({low} to {high}); "
            "chance gives {guess}."
        )
    ),
    "verdict.guessing.groups.close.body": Sentence(
        mark(
            "{count} groups are found again, but their {row_many} are hardly closer to each other "
            "than chance gives."
        )
    ),
    "verdict.guessing.groups.help": Sentence(
        mark("Fewer columns that matter to you may show groups. Leave the others out.")
    ),
    "verdict.suspicious.groups.head": Sentence(mark('The groups only repeat "{column}".')),
    "verdict.suspicious.groups.body": Sentence(
        mark(
            'Knowing "{column}" alone tells the group of {share} of {rows} {row_many}, '
            "so the groups tell little new."
        )
    ),
    "verdict.suspicious.groups.help": Sentence(mark('Leave "{column}" out and look again.')),
    "verdict.weak.groups.head": Sentence(mark("{count} groups, with blurred borders.")),
    "verdict.weak.groups.help": Sentence(mark("Use them as a rough picture, not to sort single {row_many}.")),
    "verdict.useful.groups.head": Sentence(mark("{count} groups, mostly apart.")),
    "verdict.useful.groups.help": Sentence(mark("Look at the {row_many} between groups before you act.")),
    "verdict.good.groups.head": Sentence(mark("{count} groups, clearly apart.")),
    "verdict.good.groups.help": Sentence(mark("Give each group a name.")),
    "verdict.groups.body": Sentence(
        mark(
            "{same} of 100 pairs stay together when it is done again ({low} to {high}); "
            "{between} of {rows} {row_many} sit near a border."
        )
    ),
}

SENTENCES = {
    **VERDICTS,
    "groups.trying": Sentence(mark("Trying {count} groups")),
    "groups.name": Sentence(mark("Group {count}")),
    "groups.size": Sentence(mark("{name}: {count} row"), mark("{name}: {count} rows")),
    "groups.like_all": Sentence(mark("No column tells it apart by itself.")),
    "groups.is": Sentence(mark('"{column}" is "{value}" for {share} of 100, elsewhere for {elsewhere}')),
    "groups.under": Sentence(mark('"{column}" is below {end} for {share} of 100, elsewhere for {elsewhere}')),
    "groups.over": Sentence(
        mark('"{column}" is {start} or more for {share} of 100, elsewhere for {elsewhere}')
    ),
    "groups.between": Sentence(
        mark('"{column}" is {start} to below {end} for {share} of 100, elsewhere for {elsewhere}')
    ),
    "groups.before": Sentence(
        mark('"{column}" is before {end} for {share} of 100, elsewhere for {elsewhere}')
    ),
    "groups.since": Sentence(
        mark('"{column}" is {start} or later for {share} of 100, elsewhere for {elsewhere}')
    ),
    "groups.days": Sentence(
        mark('"{column}" is {start} to before {end} for {share} of 100, elsewhere for {elsewhere}')
    ),
    "groups.not_written": Sentence(mark("Nothing was written: there are no groups to write.")),
}
