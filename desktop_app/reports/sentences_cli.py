"""What only the command line says."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

SENTENCES = {
    "cli.done.train": Sentence(mark("{badge}. {headline} Saved as {path}.")),
    "cli.stopped": Sentence(mark("Stopped. Nothing was written.")),
    "cli.not_for_use": Sentence(mark("The model is saved only so that you can look at it: {command} {path}")),
    "cli.known_hint": Sentence(mark("If you would, add {known}; if not, add {exclude}.")),
    "cli.all_known_hint": Sentence(
        mark("If you would know all, add --known all; if not, leave out the others with --exclude COLUMN.")
    ),
    "cli.put_back_hint": Sentence(mark('If you would know "{column}" in time, add {known}.')),
    "cli.any_row_hint": Sentence(mark("If any row may test, add --any-row.")),
    "cli.sheets": Sentence(
        mark("{count} sheet: {names}."), mark("{count} sheets: {names}. Read another one with --sheet.")
    ),
    "cli.answer_with": Sentence(mark("Answer with one of: {options}")),
    "cli.see_questions": Sentence(mark("See what is asked: {command} {path}")),
    "cli.map_hint": Sentence(mark("If it is, add {argument}")),
    "cli.multiply_hint": Sentence(mark("If {columns} is in another unit here, add {argument}")),
    "cli.own_rows": Sentence(
        mark(
            "Rows of this file that it learned from are not recognised here: a model file holds none of its "
            "rows. Answers to them look better than they are."
        )
    ),
    "cli.row_cautions": Sentence(
        mark("{count} of {rows} rows has a caution."), mark("{count} of {rows} rows have a caution.")
    ),
    "cli.renamed": Sentence(
        mark("{count} column has another name than in the file: {names}."),
        mark("{count} columns have other names than in the file: {names}."),
    ),
    "cli.columns_out": Sentence(
        mark("{count} column is left out: {names}."), mark("{count} columns are left out: {names}.")
    ),
    "cli.row_cautions.hint": Sentence(mark('See the column "caution" in {path}.')),
    "doctor.ok": Sentence(mark("{thing}: fine ({what})")),
    "doctor.missing": Sentence(mark("{thing}: not right ({what}), so {effect}.")),
    "doctor.summary": Sentence(
        mark("{count} thing needs attention."), mark("{count} things need attention.")
    ),
    "doctor.all_well": Sentence(mark("Nothing needs attention.")),
    "doctor.saved": Sentence(mark("The file for IT is saved as {path}. It holds nobody's data.")),
}
