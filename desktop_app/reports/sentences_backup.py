"""What is said of backups, and of a table that is forgotten."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

SENTENCES = {
    "forget.about": Sentence(
        mark("Hunch then holds nothing of its rows any more, in no file and in no log. There is no way back.")
    ),
    "forget.table": Sentence(
        mark("The table {names}: its rows, your notes on it, and every step that can be undone")
    ),
    "forget.others": Sentence(
        mark("{count} other table of the same file, or joined with its rows: {names}"),
        mark("{count} other tables of the same file, or joined with its rows: {names}"),
    ),
    "forget.models": Sentence(
        mark("{count} model that learned from it, with all that was found out about it: {names}"),
        mark("{count} models that learned from it, with all that was found out about them: {names}"),
    ),
    "forget.answers": Sentence(
        mark("{count} answered file: {names}"), mark("{count} answered files: {names}")
    ),
    "forget.watches": Sentence(
        mark("{count} watched folder: no file in it is answered any more"),
        mark("{count} watched folders: no file in them is answered any more"),
    ),
    "forget.traces": Sentence(
        mark(
            "Copies of its file that a browser brought, what work on it left, and what the database still has"
        )
    ),
    "forget.at_work": Sentence(mark("Work on it that is under way is stopped.")),
    "forget.stays": Sentence(
        mark(
            "The file that you opened, and what you saved yourself: answers, reports, models, backups. "
            "Delete those where they lie."
        )
    ),
    "forget.keep": Sentence(
        mark(
            "A model may hold values that may identify people: rare words, names, the smallest number. "
            "The rows that tested it go all the same."
        )
    ),
    "forget.done": Sentence(mark('"{name}" is forgotten. Nothing of it is left in Hunch.')),
    "forget.done.later": Sentence(
        mark(
            '"{name}" is forgotten. The disk is too full to write the database anew, so deleted parts of it '
            "stay in its file until the next start with more room."
        )
    ),
    "keep.gone": Sentence(
        mark(
            "{count} table was forgotten at this start: your organisation keeps one that nobody opens for "
            "{days} days."
        ),
        mark(
            "{count} tables were forgotten at this start: your organisation keeps one that nobody opens for "
            "{days} days."
        ),
    ),
    "keep.soon": Sentence(
        mark(
            "Your organisation keeps a table that nobody opens for {days} days. These go from {date} on: "
            "{names}. Open one to keep it."
        )
    ),
    "backup.tables": Sentence(mark("{count} table"), mark("{count} tables")),
    "backup.models": Sentence(mark("{count} model"), mark("{count} models")),
    "backup.answers": Sentence(mark("{count} answered file"), mark("{count} answered files")),
    "backup.saved": Sentence(mark("{kinds}: saved as {path}, {size}.")),
    "backup.saved.hint": Sentence(
        mark(
            "The file holds all rows. Keep it as safe as the tables themselves. "
            "Back on any computer: {command} {path}"
        )
    ),
    "backup.restored": Sentence(mark("{kinds}: restored into {path}.")),
    "backup.restored.hint": Sentence(
        mark(
            "Watched folders rest until you let them go on. Programs that were let in, and keys that were "
            "trusted, are not part of a backup."
        )
    ),
}
