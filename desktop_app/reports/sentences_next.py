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
    "next.chart_newest": Sentence(
        mark("The newest {count} step of the past is drawn."),
        mark("The newest {count} steps of the past are drawn."),
    ),
    "next.chart_gaps": Sentence(
        mark("{count} step without a value is left open."),
        mark("{count} steps without a value are left open."),
    ),
}

SENTENCES = {**CHART}
