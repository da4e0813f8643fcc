"""What is said of a folder whose files are answered."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

SENTENCES = {
    "folder.running": Sentence(mark('File {number} of {of}: "{file}"')),
    "folder.summary": Sentence(
        mark("{count} file answered, {aside} not. The answers are in {path}"),
        mark("{count} files answered, {aside} not. The answers are in {path}"),
    ),
    "folder.none": Sentence(
        mark("{count} file could not be answered, so there are no answers."),
        mark("{count} files could not be answered, so there are no answers."),
    ),
    "folder.stopped": Sentence(
        mark("Stopped. What is in {path} is whole; the same command goes on with the rest.")
    ),
    "folder.doubtful": Sentence(
        mark('{count} file needs care: look at its column "caution".'),
        mark('{count} files need care: look at their columns "caution".'),
    ),
    "folder.there": Sentence(
        mark("{count} file had its answers already. To answer it again, add --force."),
        mark("{count} files had their answers already. To answer them again, add --force."),
    ),
}
