"""What is said of rows that are odd, of why each is, and of whether any are."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

VERDICTS = {
    "verdict.level.guessing.odd": Sentence(mark("Nothing odd")),
    "verdict.guessing.odd.head": Sentence(mark("No {row_one} stands out.")),
    "verdict.guessing.odd.body": Sentence(
        mark("{count} looks odd. {by_chance}"), mark("{count} look odd. {by_chance}")
    ),
    "verdict.guessing.odd.help": Sentence(mark("Choose other columns if you expected some.")),
    "verdict.level.suspicious.odd": Sentence(mark("A fault of the file?")),
    "verdict.suspicious.odd.head": Sentence(mark('The odd {row_many} share one fault in "{column}".')),
    "verdict.suspicious.odd.body": Sentence(
        mark(
            "{share} of the {of} oddest have it: {what}. It looks like a fault of the file, not of the "
            "{row_many}."
        )
    ),
    "verdict.suspicious.odd.help": Sentence(mark('Repair "{column}" or leave it out, then look again.')),
    "verdict.level.weak.odd": Sentence(mark("To look at")),
    "verdict.weak.odd.head": Sentence(mark("{count} row stands out."), mark("{count} rows stand out.")),
    "verdict.weak.odd.body": Sentence(mark("Nobody has looked at them yet. {by_chance}")),
    "verdict.weak.odd.help": Sentence(mark("Look at the oddest first. Odd is not wrong.")),
}

SENTENCES = {
    **VERDICTS,
    "suggest.odd": Sentence(mark("Which {row_many} are odd?")),
    "job.odd_file": Sentence(mark("Finding odd rows")),
    "odd.degree": Sentence(mark("odder than {count} of {of} {row_many}")),
    "odd.nothing": Sentence(mark("None is odder than some are by chance.")),
    "odd.by_chance_most": Sentence(mark("By chance up to {count} would look as odd.")),
    "odd.by_chance_far": Sentence(mark("The oddest is far odder than any would be by chance.")),
    "odd.comparing": Sentence(mark("Comparing each row with those like it")),
    "odd.explaining": Sentence(mark("Finding out why rows are odd")),
    "odd.row": Sentence(mark("Row {row}: odder than {count} of {of}")),
    "odd.row_fault": Sentence(mark("Row {row}: odder than {count} of {of}, perhaps a fault of the file")),
    "odd.together": Sentence(mark("no single cell: its values are rare together")),
    "odd.range": Sentence(mark('"{column}" is {value}; rows like it have {low} to {high}')),
    "odd.same": Sentence(mark('"{column}" is {value}; rows like it have {low}')),
    "odd.rare": Sentence(mark('"{column}" is "{value}", as in {count} of {of} rows')),
    "odd.here": Sentence(mark('"{column}" is "{value}", as in {count} of the {of} rows most like it')),
    "odd.empty": Sentence(mark('"{column}" is empty, as in {count} of {of} rows')),
    "odd.slip_high": Sentence(
        mark('"{column}" is {value}; divided by {factor} it would be like the others ({low} to {high})')
    ),
    "odd.slip_low": Sentence(
        mark('"{column}" is {value}; times {factor} it would be like the others ({low} to {high})')
    ),
    "odd.sign": Sentence(
        mark('"{column}" is {value}; with the other sign it would be like the others ({low} to {high})')
    ),
    "odd.lone": Sentence(mark('"{column}" is {value}, far from all others ({low} to {high})')),
    "odd.what_lone": Sentence(mark("single numbers far from all others")),
    "odd.mark_odd": Sentence(mark("really odd")),
    "odd.mark_fine": Sentence(mark("fine")),
    "odd.looked_at": Sentence(
        mark("You have looked at {looked} of {count}: {odd} really odd, {fine} fine."),
    ),
    "odd.hits": Sentence(
        mark(
            "Of {marked} that stand out and that you marked, {odd} were really odd; of {others} of the next "
            "oddest, {more}."
        )
    ),
    "odd.hits_alone": Sentence(
        mark(
            "Of {marked} that stand out and that you marked, {odd} were really odd. Of the next oddest you "
            "have marked none, so it is not known how many are really odd and do not stand out."
        )
    ),
    "odd.like_fine": Sentence(
        mark("{count} row is like one you marked fine and is not listed."),
        mark("{count} rows are like one you marked fine and are not listed."),
    ),
    "odd.twice": Sentence(
        mark("{count} row is the same as an earlier one."),
        mark("{count} rows are the same as earlier ones."),
    ),
    "odd.nearly": Sentence(
        mark("{count} pair of rows is the same but for one cell that hardly differs. One may be mistyped."),
        mark("{count} pairs of rows are the same but for one cell that hardly differs. One may be mistyped."),
    ),
    "odd.nearly_pair": Sentence(
        mark('Row {row} and row {other}: "{column}" is "{value}" and "{other_value}"')
    ),
    "odd.nearly_cells": Sentence(mark('"{column}" is "{value}" and "{other_value}"')),
    "odd.more_same": Sentence(
        mark("{count} more such row is not listed."), mark("{count} more such rows are not listed.")
    ),
    "odd.twice_but": Sentence(
        mark("{count} row is the same as another but for {columns}."),
        mark("{count} rows are the same as others but for {columns}."),
    ),
    "odd.beyond": Sentence(mark("From here on no row is odder than some are by chance.")),
    "odd.stand_in": Sentence(
        mark('"{column}" is {value} in {count} odd rows: does it stand for something unknown?')
    ),
    "odd.what_slip": Sentence(mark("numbers that look a power of ten too large or too small")),
    "odd.what_sign": Sentence(mark("numbers with the wrong sign")),
    "odd.what_empty": Sentence(mark("cells that are empty")),
    "odd.what_stand_in": Sentence(mark("the number {value}, which may stand for something unknown")),
    "odd.more": Sentence(mark("{count} more row stands out."), mark("{count} more rows stand out.")),
    "odd.with_out": Sentence(
        mark("With {options} each {row_one} is saved with its oddness, and with its reasons.")
    ),
}
