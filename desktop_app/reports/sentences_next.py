"""What the page that asks what comes next says, and the picture of it."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

CHART = {
    "next.chart": Sentence(mark('"{target}" until now, and what comes next')),
    "next.chart_about": Sentence(
        mark(
            'A line of "{target}" from {first} to {until}, and behind it the forecast with its range. '
            "Its last step, {time}, is {value}, from {low} to {high}."
        )
    ),
    "next.step": Sentence(mark("{time}: {value}, from {low} to {high}")),
    "next.key_past": Sentence(mark("The past")),
    "next.key_next": Sentence(mark("The forecast, with the range for 8 of 10 values")),
    "next.key_end": Sentence(mark("The past ends: {until}")),
    "next.chart_newest": Sentence(mark("The past is drawn from {first} on.")),
    "next.chart_gaps": Sentence(
        mark("{count} step without a value is left open."),
        mark("{count} steps without a value are left open."),
    ),
}

_SUGGESTED = {
    "suggest.forecast": Sentence(mark("What comes next?")),
    "suggest.forecast.year": Sentence(mark('What comes next in "{target}", year by year?')),
    "suggest.forecast.quarter": Sentence(mark('What comes next in "{target}", quarter by quarter?')),
    "suggest.forecast.month": Sentence(mark('What comes next in "{target}", month by month?')),
    "suggest.forecast.week": Sentence(mark('What comes next in "{target}", week by week?')),
    "suggest.forecast.day": Sentence(mark('What comes next in "{target}", day by day?')),
    "suggest.forecast.hour": Sentence(mark('What comes next in "{target}", hour by hour?')),
    "suggest.forecast.minute": Sentence(mark('What comes next in "{target}", minute by minute?')),
    "suggest.forecast.second": Sentence(mark('What comes next in "{target}", second by second?')),
}

SENTENCES = {
    **CHART,
    **_SUGGESTED,
    "job.look_ahead": Sentence(mark("Finding what comes next")),
    "next.pace": Sentence(mark('Judging by "{time}", one step is about {step}.')),
    "next.nothing_to_ask": Sentence(
        mark(
            "There is nothing to look ahead to: that needs a column that says when, such as a date, and "
            "another one with numbers that change."
        )
    ),
    "next.give_away": Sentence(
        mark(
            '"{column}" nearly alone tells the answer. Will you really know it for the time ahead, or only '
            "once the answer is there?"
        )
    ),
    "next.join_question": Sentence(
        mark("Do rows of one moment add up, such as sales, or is each a reading, such as a price?")
    ),
    "next.series_each": Sentence(mark('One series for each "{column}"')),
    "next.series_better": Sentence(mark("better than the simple way")),
    "next.series_worse": Sentence(mark("no better than the simple way")),
    "next.still_open": Sentence(mark("One question of it is open, so it rests on a guess.")),
    "next.own": Sentence(mark('This forecast was learned here from "{table}".')),
}
