"""What is said of folders that are watched."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

SENTENCES = {
    "watch.begins": Sentence(mark('Watching "{folder}". The answers go into {path}')),
    "watch.ends_by": Sentence(mark("Ctrl+C ends it.")),
    "watch.lost": Sentence(mark("{path} is not there. It is waited for.")),
    "watch.found": Sentence(mark("{path} is there again.")),
    "watch.answered": Sentence(
        mark('"{file}": {rows} row answered, in "{out}".'),
        mark('"{file}": {rows} rows answered, in "{out}".'),
        counted="rows",
    ),
    "watch.answered_cautions": Sentence(
        mark('"{file}": {rows} row answered, {count} with a caution, in "{out}".'),
        mark('"{file}": {rows} rows answered, {count} with a caution, in "{out}".'),
        counted="rows",
    ),
    "watch.worse": Sentence(mark("The model has become worse; the note beside the answers says how much.")),
    "watch.aside": Sentence(mark('"{file}" is not answered. {reason}')),
    "watch.summary": Sentence(
        mark("{count} file answered, {aside} set aside."), mark("{count} files answered, {aside} set aside.")
    ),
    "watch.note": Sentence(mark('Answers of the model "{model}" to "{file}", {moment}.')),
    "watch.note_aside": Sentence(mark('The model "{model}" did not answer "{file}", {moment}.')),
    "watch.note_stays": Sentence(
        mark("The file is where it was, unchanged. Put a corrected one there, and it is answered.")
    ),
    "watch.note_again": Sentence(mark("The file is where it was, unchanged. It is tried again by itself.")),
    "watch.missing_hint": Sentence(
        mark(
            "Are they there under other names? Match them once where the model is used on such a file, "
            "or say so when watching begins; the file is then answered."
        )
    ),
    "watch.state.watching": Sentence(mark("Watching")),
    "watch.state.answering": Sentence(mark("Answering")),
    "watch.state.waiting": Sentence(mark("Waiting for the folder")),
    "watch.state.paused": Sentence(mark("Paused")),
    "watch.state.problem": Sentence(mark("Held up")),
    "watch.now": Sentence(mark('Answering "{file}" now.')),
    "watch.last": Sentence(mark('Answered last: "{file}".')),
    "watch.count": Sentence(mark("{count} file answered."), mark("{count} files answered.")),
    "watch.none": Sentence(mark("No file answered yet.")),
    "watch.before": Sentence(mark('Answered by "{name}" before.')),
    "watch.still": Sentence(
        mark("The old model still answers {count} watched folder: {names}."),
        mark("The old model still answers {count} watched folders: {names}."),
    ),
    "watch.taken": Sentence(
        mark("The new model now answers {count} watched folder: {names}. Files that were answered stay so."),
        mark("The new model now answers {count} watched folders: {names}. Files that were answered stay so."),
    ),
    "watch.set_aside": Sentence(
        mark("{count} file could not be answered."), mark("{count} files could not be answered.")
    ),
    "watch.more_aside": Sentence(mark("{count} more"), mark("{count} more")),
}
