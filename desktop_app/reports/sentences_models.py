"""What is said where models are kept, and of one that comes as a file."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

SENTENCES = {
    "job.look_at_model": Sentence(mark("Looking at the model file")),
    "job.accept_model": Sentence(mark("Checking the model")),
    "model.ask": Sentence(
        mark(
            'It was made with Hunch {version} on {date} and learned from {rows} row of "{file}". '
            'It answers "{target}".'
        ),
        mark(
            'It was made with Hunch {version} on {date} and learned from {rows} rows of "{file}". '
            'It answers "{target}".'
        ),
        counted="rows",
    ),
    "model.reads": Sentence(
        mark("It needs {count} column: {columns}."), mark("It needs {count} columns: {columns}.")
    ),
    "model.file_says": Sentence(
        mark("This is what the file says of itself. When you open it, it is checked part by part first.")
    ),
    "model.came": Sentence(
        mark(
            'This model came as the file "{file}", made with Hunch {version} on {date}. The table that it '
            "learned from is not here, so its rows cannot be shown; it can learn again from a new file alone."
        )
    ),
    "model.origin": Sentence(mark('from the file "{file}"')),
    "model.used": Sentence(
        mark('answered {count} file, "{name}" on {date}'),
        mark('answered {count} files, last "{name}" on {date}'),
    ),
    "model.used_once": Sentence(
        mark('answered {count} file, "{name}"'),
        mark('answered {count} files, last "{name}"'),
    ),
    "model.told": Sentence(mark('"{name}" on {date}: {effect}')),
    "model.range": Sentence(mark("{score} ({low} to {high})")),
    "job.save_impersonal": Sentence(mark("Saving the model without personal values")),
    "personal.values_out": Sentence(
        mark("{count} value that fewer than 5 rows shared is not in it."),
        mark("{count} values that fewer than 5 rows shared are not in it."),
    ),
    "personal.words_out": Sentence(
        mark("{count} word, or pair of words, of fewer than 5 rows is not in it."),
        mark("{count} words, or pairs of words, of fewer than 5 rows are not in it."),
    ),
    "personal.answered_so": Sentence(
        mark(
            "Rows that hold such values are answered as rows with a new value. All other rows get the very "
            "answers that they had."
        )
    ),
    "personal.none_out": Sentence(mark("There was nothing to take out.")),
    "personal.without": Sentence(
        mark(
            "In a file without them, rows that hold such values are answered as rows with a new value. All "
            "other rows get the very answers that they had."
        )
    ),
    "personal.signature_gone": Sentence(mark("Signatures do not hold for it, since it is another file.")),
    "model.here": Sentence(mark("This model was here already, so its file was not opened once more.")),
    "model.renamed": Sentence(mark('"{was}" is now called "{name}".')),
    "model.all": Sentence(mark("{count} model."), mark("{count} models.")),
    "model.found": Sentence(mark("{found} of {count} model."), mark("{found} of {count} models.")),
    "model.more": Sentence(mark("The first {shown} are shown. Type more of what you look for.")),
    "compare.pick_two": Sentence(mark("Tick two models to compare them.")),
    "compare.came_as_file": Sentence(
        mark(
            '"{a}" and "{b}" cannot be compared: one of them came as a file, and no file holds the rows '
            "that tested it."
        )
    ),
    "compare.other_tables": Sentence(
        mark('"{a}" and "{b}" learned from different tables, so no rows tested them both.')
    ),
    "compare.table_gone": Sentence(
        mark('"{a}" and "{b}" cannot be compared: the table that they learned from was deleted.')
    ),
}
