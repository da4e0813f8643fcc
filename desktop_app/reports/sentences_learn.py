"""What is said while it learns, and when a job stops."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

MILESTONES = {
    "learn.reading": Sentence(mark("Reading the table")),
    "learn.preparing": Sentence(mark("Making the columns ready")),
    "learn.checked_clean": Sentence(mark("Data checked.")),
    "learn.checked": Sentence(mark("Data checked: {count} note."), mark("Data checked: {count} notes.")),
    "learn.baseline": Sentence(mark('Simplest guess: always "{common}". Right for {guess} of {of}.')),
    "learn.baseline_number": Sentence(mark("Simplest guess: always {mean}. Off by {miss} on average.")),
    "learn.trying": Sentence(mark("Trying: {kind}")),
    "learn.judging": Sentence(mark("Working out how far it can be trusted")),
    "learn.candidate_done": Sentence(mark("{kind}: right for {right} of {of} so far.")),
    "learn.candidate_done_number": Sentence(mark("{kind}: off by {miss} on average so far.")),
    "learn.candidate_failed": Sentence(mark("{kind} did not work on this table. The others go on.")),
    "learn.out_of_time": Sentence(
        mark("The time was too short for: {kinds}. With more time the model may become better.")
    ),
    "learn.cut_short": Sentence(
        mark(
            "The time was too short to finish trying: {kinds}. What was done is compared. "
            "With more time the model may become better."
        )
    ),
    "learn.final_test": Sentence(
        mark("Testing on {rows} {row_many} it has never seen"),
    ),
}

STATES = {
    "learn.title": Sentence(mark('{percent} – Learning "{target}"')),
    "learn.left": Sentence(mark("About {time} left")),
    "learn.nearly": Sentence(mark("Nearly done")),
    "learn.waiting": Sentence(mark('Waiting: "{other}" is learning first.')),
    "learn.so_far_note": Sentence(
        mark("These are practice scores. The final one comes from rows kept aside.")
    ),
    "learn.so_far_note_repeated": Sentence(
        mark(
            "These are practice scores. For the final one the choice is made anew each time rows are hidden."
        )
    ),
    "learn.stopped": Sentence(
        mark("Stopped. The {tried} model that was finished is kept and tested."),
        mark("Stopped. The best of {tried} models tried is kept and tested."),
        counted="tried",
    ),
    "learn.stopped_early": Sentence(mark("Stopped before any model was finished. There is nothing to keep.")),
    "learn.cancelled": Sentence(mark("Cancelled. Nothing was kept, and your table is as before.")),
    "learn.close_question": Sentence(
        mark(
            "It is still learning, about {time} left. If you close, finished models are safe and it can "
            "go on later."
        )
    ),
}

SENTENCES = {**MILESTONES, **STATES}
