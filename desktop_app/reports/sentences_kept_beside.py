"""What the window says of models that compare new rows with old ones."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

SENTENCES = {
    "job.keep_beside": Sentence(mark("Saving a model")),
    "job.compare_beside": Sentence(mark("Comparing new rows with old ones")),
    "kept_beside.asks_groups": Sentence(mark("Into which group does a new row fall?")),
    "kept_beside.asks_odd": Sentence(mark("Which new rows are odd beside the old ones?")),
    "kept_beside.ask_groups": Sentence(
        mark(
            'It was made with Hunch {version} on {date} and holds the groups of {rows} rows of "{file}". It '
            "puts new rows into them."
        )
    ),
    "kept_beside.ask_odd": Sentence(
        mark(
            'It was made with Hunch {version} on {date} and holds what is usual in {rows} rows of "{file}". '
            "It says how odd new rows are."
        )
    ),
    "kept_beside.came": Sentence(
        mark('This model came as the file "{file}", made with Hunch {version} on {date}.')
    ),
    "kept_beside.here": Sentence(mark('Saved from the table "{table}".')),
    "kept_beside.cautions": Sentence(
        mark("{count} row has a caution: see the saved file."),
        mark("{count} rows have a caution: see the saved file."),
    ),
    "kept_beside.groups": Sentence(mark("{count} group"), mark("{count} groups")),
    "kept_beside.usual": Sentence(mark("What is usual")),
}
