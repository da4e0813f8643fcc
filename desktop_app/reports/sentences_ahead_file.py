"""What a page and a report say of a saved forecast beyond its verdict, and of bringing newer rows to it."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

FACTS = {
    "ahead.fact.target": Sentence(mark("What it forecasts")),
    "ahead.fact.time": Sentence(mark("By which time")),
    "ahead.fact.group": Sentence(mark("For each")),
    "ahead.fact.step": Sentence(mark("One step is")),
    "ahead.fact.horizon": Sentence(mark("It looks ahead")),
    "ahead.fact.past": Sentence(mark("Its past")),
    "ahead.fact.known": Sentence(mark("Known ahead")),
    "ahead.fact.learned": Sentence(mark("Learned from")),
    "ahead.fact.made": Sentence(mark("When")),
    "ahead.group": Sentence(mark('"{group}", {count} value'), mark('"{group}", {count} values')),
    "ahead.past": Sentence(mark("{past}, from {first} to {last}")),
    "ahead.known_none": Sentence(mark("no column but the past itself")),
    "ahead.learned": Sentence(mark('{count} row of "{file}"'), mark('{count} rows of "{file}"')),
}

SENTENCES = {
    **FACTS,
    "job.go_on": Sentence(mark("Finding what comes next")),
    "ahead.ask": Sentence(
        mark(
            'It was made with Hunch {version} on {date} and learned from {rows} row of "{file}". It says '
            'what comes next in "{target}".'
        ),
        mark(
            'It was made with Hunch {version} on {date} and learned from {rows} rows of "{file}". It says '
            'what comes next in "{target}".'
        ),
        "rows",
    ),
    "ahead.came": Sentence(
        mark('This forecast came as the file "{file}", made with Hunch {version} on {date}.')
    ),
    "ahead.inside": Sentence(mark("{inside} of {of}")),
    "ahead.fits": Sentence(mark("All columns are there, and the rows go on until {until}.")),
    "ahead.until": Sentence(mark("The rows go on until {until}.")),
    "ahead.series_listed": Sentence(
        mark("{first} to {last} of {count} series that was found, of {of} in all."),
        mark("{first} to {last} of {count} series that were found, of {of} in all."),
    ),
    "ahead.series_all": Sentence(mark("{first} to {last} of {of} series.")),
    "ahead.series_none": Sentence(mark("None of the {of} series has this in its name.")),
    "ahead.series_untested": Sentence(mark("not tested alone")),
    "ahead.some_series": Sentence(
        mark("{count} of {of} series is shown."), mark("{count} of {of} series are shown.")
    ),
}
