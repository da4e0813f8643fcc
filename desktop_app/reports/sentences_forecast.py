"""What is said of what comes next: whether to rely on it, how it was tested, and what the rows were like."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

VERDICTS = {
    "verdict.level.guessing.forecast": Sentence(mark("No better than the simple way")),
    "verdict.guessing.forecast.last.head": Sentence(mark("It does not reliably beat the last value.")),
    "verdict.guessing.forecast.season.head": Sentence(
        mark("It does not reliably beat the value {season} earlier.")
    ),
    "verdict.guessing.forecast.average.head": Sentence(
        mark("It does not reliably beat the average of the past.")
    ),
    "verdict.guessing.forecast.average.help": Sentence(
        mark("Use the average of the past. A longer past, or columns known ahead, may change that.")
    ),
    "verdict.guessing.forecast.body": Sentence(
        mark("It is off by {miss} on average over {horizon}, and could be by {low} to {high} at other times.")
    ),
    "verdict.guessing.forecast.last.help": Sentence(
        mark("Use the last value. A longer past, or columns known ahead, may change that.")
    ),
    "verdict.guessing.forecast.season.help": Sentence(
        mark("Use the value {season} earlier. A longer past, or columns known ahead, may change that.")
    ),
    "verdict.suspicious.forecast.head": Sentence(
        mark('Off by only {miss} on average over {horizon}, and nearly all of it comes from "{column}".')
    ),
    "verdict.suspicious.forecast.body": Sentence(mark('For the time ahead you may not have "{column}".')),
    "verdict.suspicious.forecast.help": Sentence(mark('Do you know "{column}" for {horizon} ahead?')),
    "verdict.weak.forecast.last.head": Sentence(
        mark("Off by {miss} on average over {horizon}, a little less than the last value.")
    ),
    "verdict.weak.forecast.season.head": Sentence(
        mark("Off by {miss} on average over {horizon}, a little less than the value {season} earlier.")
    ),
    "verdict.weak.forecast.average.head": Sentence(
        mark("Off by {miss} on average over {horizon}, a little less than the average of the past.")
    ),
    "verdict.weak.forecast.help": Sentence(
        mark("Look less far ahead: for {short} it is off by {short_miss}.")
    ),
    "verdict.useful.forecast.head": Sentence(mark("Off by {miss} on average over {horizon}.")),
    "verdict.useful.forecast.help": Sentence(mark("Plan with the range, not with the one number.")),
    "verdict.good.forecast.help": Sentence(mark("It knows the past only: a new event is not in it.")),
    "verdict.forecast.body": Sentence(mark("At other times the forecast could be off by {low} to {high}.")),
    "verdict.forecast.last.simple": Sentence(mark("The last value is off by {guess}.")),
    "verdict.forecast.average.simple": Sentence(mark("The average of the past is off by {guess}.")),
    "verdict.forecast.season.simple": Sentence(mark("The value {season} earlier is off by {guess}.")),
}

STEPS = {
    "forecast.steps.year": Sentence(mark("{count} year"), mark("{count} years")),
    "forecast.steps.quarter": Sentence(mark("{count} quarter"), mark("{count} quarters")),
    "forecast.steps.month": Sentence(mark("{count} month"), mark("{count} months")),
    "forecast.steps.week": Sentence(mark("{count} week"), mark("{count} weeks")),
    "forecast.steps.day": Sentence(mark("{count} day"), mark("{count} days")),
    "forecast.steps.workday": Sentence(mark("{count} workday"), mark("{count} workdays")),
    "forecast.steps.hour": Sentence(mark("{count} hour"), mark("{count} hours")),
    "forecast.steps.minute": Sentence(mark("{count} minute"), mark("{count} minutes")),
    "forecast.steps.second": Sentence(mark("{count} second"), mark("{count} seconds")),
    "forecast.steps.step": Sentence(mark("{count} step"), mark("{count} steps")),
}

REMARKS = {
    "forecast.gaps": Sentence(
        mark("{count} of {of} moments has no value."), mark("{count} of {of} moments have no value.")
    ),
    "forecast.repeats_sum": Sentence(mark("{count} rows share their moment with others: they are added up.")),
    "forecast.repeats": Sentence(mark("{count} rows share their moment with others: their mean counts.")),
    "forecast.coarser": Sentence(
        mark("The rows come at uneven moments, so they are joined: a step is {step}.")
    ),
    "forecast.no_time_rows": Sentence(
        mark("{count} row has no time, or no group, and is left out."),
        mark("{count} rows have no time, or no group, and are left out."),
    ),
    "forecast.no_season": Sentence(
        mark("Whether something comes back in turn cannot be seen from so short a past: it takes {past}.")
    ),
    "forecast.season_found": Sentence(mark("Something comes back every {season}.")),
    "forecast.holidays": Sentence(mark("Days that stand out each year (month and day): {days}.")),
    "forecast.simple_only": Sentence(
        mark("The past is short, so only the simple ways were tried. The others need {past}.")
    ),
    "forecast.few_origins": Sentence(
        mark("It was tested on {count} stretch of the past alone: these figures are rough."),
        mark("It was tested on only {count} separate stretches of the past: these figures are rough."),
    ),
    "forecast.capped_past": Sentence(mark("Of each series, only the last {past} are used.")),
    "forecast.capped_past_one": Sentence(mark("Only the last {past} are used.")),
    "forecast.capped_series": Sentence(mark("Only the {count} longest of {of} series are used.")),
    "forecast.tested_some": Sentence(mark("It was tested on {count} of {of} series.")),
    "forecast.found_on": Sentence(
        mark("How far off it is overall, and the ranges, were found on {count} of {of} series.")
    ),
    "forecast.each_better": Sentence(
        mark("{count} series was tested alone, and answered better than by its simple way."),
        mark("Each of {count} series was tested alone, and answered better than by its simple way."),
    ),
    "forecast.each_worse": Sentence(
        mark(
            "Each of {of} series was tested alone: {count} was answered no better than by its simple way, "
            "{names}."
        ),
        mark(
            "Each of {of} series was tested alone: {count} were answered no better than by their simple way, "
            "worst of all: {names}."
        ),
    ),
    "forecast.ended": Sentence(
        mark("{count} series ended earlier and is not forecast: {names}."),
        mark("{count} series ended earlier and are not forecast: {names}."),
    ),
    "forecast.short_series": Sentence(
        mark("{count} series is too short and is not forecast: {names}."),
        mark("{count} series are too short and are not forecast: {names}."),
    ),
    "forecast.known_missing": Sentence(
        mark(
            'Not filled in for the time ahead: {columns}. Bring rows for it with an empty "{target}": '
            "without them the forecast is less good than it was in the test, and its ranges are wider."
        )
    ),
    "forecast.not_known": Sentence(
        mark("Not used, since nobody said that it is known for the time ahead: {columns}."),
    ),
    "forecast.never_negative": Sentence(
        mark('At no moment of the past was "{target}" below 0, so no forecast is.')
    ),
}

AHEAD = {
    "forecast.nothing_newer": Sentence(
        mark("The file has nothing newer than {until}: the forecast stands where it stood.")
    ),
    "forecast.past_changed": Sentence(
        mark("{count} value of the past is another one in this file, which counts now."),
        mark("{count} values of the past are others in this file, which count now."),
    ),
    "forecast.beyond_past": Sentence(
        mark("{count} value of this file is far outside of all learned from: is its unit the same?"),
        mark("{count} values of this file are far outside of all learned from: is their unit the same?"),
    ),
    "forecast.gap_before_new": Sentence(
        mark("{count} moment between what was learned and the new rows has no value."),
        mark("{count} moments between what was learned and the new rows have no value."),
    ),
    "forecast.sparser": Sentence(
        mark(
            "Only {count} of {of} moments of the new rows have a value: do they come at another pace than "
            "the past?"
        )
    ),
    "forecast.denser": Sentence(
        mark("{count} new rows share {of} moments: do they come at another pace than the past?")
    ),
    "forecast.row_pace": Sentence(mark("the new rows seem to come at another pace")),
    "forecast.row_gap": Sentence(
        mark("{count} moment before the new rows has no value"),
        mark("{count} moments before the new rows have no value"),
    ),
    "forecast.row_beyond": Sentence(mark("values of the file are far outside of all that was learned from")),
    "forecast.row_lacking": Sentence(mark("not filled in for the time ahead: {columns}")),
    "forecast.new_series": Sentence(
        mark("{count} series is new, and answered from its own past: {names}."),
        mark("{count} series are new, and answered from their own past: {names}."),
    ),
    "forecast.stood": Sentence(
        mark("{count} series has no newer row: its forecast still begins behind {until}: {names}."),
        mark("{count} series have no newer row: their forecasts still begin behind {until}: {names}."),
    ),
    "forecast.behind": Sentence(
        mark(
            "{count} series has no value as near to the end as is looked ahead: its forecast is made of old "
            "ones: {names}."
        ),
        mark(
            "{count} series have no value as near to the end as is looked ahead: their forecasts are made of "
            "old ones: {names}."
        ),
    ),
    "forecast.series_unknown": Sentence(
        mark("{count} series is too short to be answered, and is left out: {names}."),
        mark("{count} series are too short to be answered, and are left out: {names}."),
    ),
}

SENTENCES = {
    **VERDICTS,
    **STEPS,
    **REMARKS,
    **AHEAD,
    "forecast.question": Sentence(mark('What comes next in "{target}", {horizon} ahead?')),
    "forecast.made": Sentence(mark('Learned from {rows} rows of "{file}" on {day}.')),
    "forecast.past": Sentence(mark('"{target}" by "{time}": {past}, from {first} to {last}.')),
    "forecast.past_groups": Sentence(
        mark('"{target}" by "{time}", for {count} value of "{group}": {past}, from {first} to {last}.'),
        mark('"{target}" by "{time}", for {count} values of "{group}": {past}, from {first} to {last}.'),
    ),
    "forecast.a_step": Sentence(mark("A step is {step}.")),
    "forecast.tested": Sentence(
        mark(
            "Tested at {count} moment of the past, as if it were now: {tested} values over {horizon}, none "
            "of which it had learned from."
        ),
        mark(
            "Tested at {count} moments of the past, as if each were now: {tested} values over {horizon}, "
            "none of which it had learned from."
        ),
    ),
    "forecast.coverage": Sentence(
        mark("The ranges are made for 8 of 10 real values. In the test, they held {inside} of {of}.")
    ),
    "forecast.coverage_low": Sentence(
        mark(
            "The ranges are made for 8 of 10 real values, but in the test they held only {inside} of {of}: "
            "expect more outside."
        )
    ),
    "forecast.series_missed": Sentence(
        mark("{count} series was answered less well than by its simple way: {names}."),
        mark("{count} series were answered less well than by their simple way: {names}."),
    ),
    "forecast.next": Sentence(mark("What comes next, with the range for 8 of 10 values:")),
    "forecast.testing": Sentence(mark("Looking ahead from moments of the past")),
    "forecast.learning": Sentence(mark("Learning from the whole past")),
    "forecast.more": Sentence(mark("… {count} step more"), mark("… {count} steps more")),
    "forecast.all_steps": Sentence(mark("As a table, and later with newer rows: {command}")),
    "forecast.until": Sentence(
        mark("{horizon} ahead of {until}: {count} row."), mark("{horizon} ahead of {until}: {count} rows.")
    ),
    "forecast.include_hint": Sentence(mark("If you do, add {include}. If not, add {exclude}.")),
    "forecast.join_question": Sentence(
        mark(
            "Do rows of one moment add up, such as sales, or is each a reading, such as a price? "
            "Say it with --join sum or --join mean."
        )
    ),
    "forecast.join_or_group": Sentence(
        mark(
            "Do rows of one moment add up, such as sales, or is each a reading, such as a price? "
            "Say it with --join sum or --join mean, or let each be a series of its own: {options}."
        )
    ),
    "forecast.known_hint": Sentence(mark("Name one with {options} if you know it for {horizon} ahead.")),
}
