"""What is said of groups of rows that are alike, and of whether there are any."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

VERDICTS = {
    "verdict.level.guessing.groups": Sentence(mark("Not clear")),
    "verdict.guessing.groups.head": Sentence(mark("There are no clear groups.")),
    "verdict.guessing.groups.body": Sentence(
        mark(
            "Found again from half of the {row_many}, only {same} of 100 pairs of a group are in one group "
            "again ({low} to {high}); chance gives {guess}."
        )
    ),
    "verdict.guessing.groups.close.body": Sentence(
        mark(
            "{count} parts are found again each time, but they are no groups: {row_many} lie between them, "
            "or a single column makes them."
        )
    ),
    "verdict.guessing.groups.help": Sentence(
        mark("Fewer columns that matter to you may show groups. Leave the others out.")
    ),
    "verdict.level.suspicious.groups": Sentence(mark("Nothing new")),
    "verdict.suspicious.groups.head": Sentence(mark('The groups are almost those of "{column}".')),
    "verdict.suspicious.groups.body": Sentence(
        mark('Knowing "{column}" alone tells the group of {share} of {rows} {row_many}.')
    ),
    "verdict.suspicious.groups.help": Sentence(
        mark('Leave "{column}" out to see whether the other columns show them, too.')
    ),
    "verdict.weak.groups.head": Sentence(mark("{count} groups, with blurred borders.")),
    "verdict.weak.groups.help": Sentence(mark("Use them as a rough picture, not to sort single {row_many}.")),
    "verdict.useful.groups.head": Sentence(mark("{count} groups, mostly apart.")),
    "verdict.useful.groups.help": Sentence(mark("Look at the {row_many} between groups before you act.")),
    "verdict.good.groups.head": Sentence(mark("{count} groups, clearly apart.")),
    "verdict.good.groups.help": Sentence(mark("A single {row_one} can be sorted by them.")),
    "verdict.groups.body": Sentence(
        mark(
            "Found again from half of the {row_many}, {same} of 100 pairs of a group are in one group again "
            "({low} to {high}); {between} of {rows} {row_many} sits near a border."
        ),
        mark(
            "Found again from half of the {row_many}, {same} of 100 pairs of a group are in one group again "
            "({low} to {high}); {between} of {rows} {row_many} sit near a border."
        ),
        counted="between",
    ),
}

SENTENCES = {
    **VERDICTS,
    "suggest.groups": Sentence(mark("Which {row_many} are alike?")),
    "job.group_file": Sentence(mark("Finding groups of rows")),
    "compare.columns": Sentence(mark("{used} of {other} columns count.")),
    "clusters.share": Sentence(mark("{count} of {rows} {row_many}")),
    "clusters.near": Sentence(
        mark("{count} of {rows} {row_many} sits near a border between groups."),
        mark("{count} of {rows} {row_many} sit near a border between groups."),
    ),
    "clusters.map": Sentence(mark("The groups on a flat map")),
    "clusters.map_about": Sentence(
        mark("Each dot is a row, in the colour of its group. Dots that lie near each other are often alike.")
    ),
    "clusters.map_shows": Sentence(
        mark("Each dot is a {row_one}. The map shows {held} of 100 parts of how {row_many} differ.")
    ),
    "clusters.map_hides": Sentence(
        mark("Groups that lie over each other here may still be apart in what the map does not show.")
    ),
    "clusters.map_some": Sentence(mark("{shown} of {rows} {row_many} are drawn.")),
    "clusters.map_others": Sentence(mark("Other groups")),
    "clusters.map_key": Sentence(mark("{number}: {name}")),
    "clusters.in_between": Sentence(mark("in {name}, and about as near to {other}")),
    "clusters.row_between": Sentence(mark("Row {row}: in {name}, and about as near to {other}")),
    "clusters.between_more": Sentence(
        mark("{count} more row is near a border."), mark("{count} more rows are near a border.")
    ),
    "clusters.between_title": Sentence(mark("Rows between groups")),
    "clusters.trying": Sentence(mark("Trying {count} groups")),
    "clusters.name": Sentence(mark("Group {count}")),
    "clusters.size": Sentence(mark("{name}: {count} row"), mark("{name}: {count} rows")),
    "clusters.like_all": Sentence(mark("No column tells it apart by itself.")),
    "clusters.is_number": Sentence(
        mark('"{column}" is {value} for {share} of 100, elsewhere for {elsewhere}')
    ),
    "clusters.is": Sentence(mark('"{column}" is "{value}" for {share} of 100, elsewhere for {elsewhere}')),
    "clusters.under": Sentence(
        mark('"{column}" is below {end} for {share} of 100, elsewhere for {elsewhere}')
    ),
    "clusters.over": Sentence(
        mark('"{column}" is {start} or more for {share} of 100, elsewhere for {elsewhere}')
    ),
    "clusters.between": Sentence(
        mark('"{column}" is {start} to below {end} for {share} of 100, elsewhere for {elsewhere}')
    ),
    "clusters.before": Sentence(
        mark('"{column}" is before {end} for {share} of 100, elsewhere for {elsewhere}')
    ),
    "clusters.since": Sentence(
        mark('"{column}" is {start} or later for {share} of 100, elsewhere for {elsewhere}')
    ),
    "clusters.days": Sentence(
        mark('"{column}" is {start} to before {end} for {share} of 100, elsewhere for {elsewhere}')
    ),
    "compare.left_out_text": Sentence(mark('"{column}" is left out: it holds free text.')),
    "compare.left_out_personal": Sentence(
        mark('"{column}" is left out: it looks like data of single people.')
    ),
    "clusters.with_out": Sentence(mark("With {options} each {row_one} is saved with its group and its fit.")),
    "clusters.not_written": Sentence(mark("Nothing was written: there are no groups to write.")),
}
