"""The short names of things: kinds of model, of columns, of jobs, of remarks."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

MODELS = {
    "model.kind.baseline": Sentence(mark("Simplest guess")),
    "model.kind.linear": Sentence(mark("Straight-line model")),
    "model.kind.kernel": Sentence(mark("Curved model")),
    "model.kind.boosting": Sentence(mark("Many small trees")),
    "model.kind.boosting_small": Sentence(mark("Many tiny trees")),
    "model.kind.boosting_large": Sentence(mark("Many larger trees")),
    "model.kind.boosting_log": Sentence(mark("Many small trees for amounts that reach far")),
    "model.kind.forest": Sentence(mark("Forest of trees")),
    "model.kind.network": Sentence(mark("Small neural network")),
    "model.kind.rule": Sentence(mark("One-page rule")),
    "model.kind.together": Sentence(mark("Best together")),
}

TYPES = {
    "type.number": Sentence(mark("number")),
    "type.category": Sentence(mark("kinds")),
    "type.yes/no": Sentence(mark("yes / no")),
    "type.date": Sentence(mark("date")),
    "type.text": Sentence(mark("text")),
    "type.id": Sentence(mark("ID")),
    "type.repeated_id": Sentence(mark("ID, repeats")),
}

HOLDS = {
    "holds.number": Sentence(mark("numbers")),
    "holds.category": Sentence(mark("kinds")),
    "holds.yes/no": Sentence(mark("yes or no")),
    "holds.date": Sentence(mark("dates")),
    "holds.text": Sentence(mark("text")),
    "holds.id": Sentence(mark("IDs")),
}

REASONS = {
    "reason.id": Sentence(mark("different in every row")),
    "reason.repeated_id": Sentence(mark("an ID that repeats")),
    "reason.constant": Sentence(mark("one value only")),
    "reason.empty": Sentence(mark("almost empty")),
    "reason.same": Sentence(mark("says the same as the column to predict")),
    "reason.personal": Sentence(mark("data of single people")),
    "reason.text": Sentence(mark("free text")),
    "reason.gives_away": Sentence(mark("alone nearly gives the answer")),
    "reason.filled_later": Sentence(mark("filled in for one answer only")),
    "reason.average": Sentence(mark("the average of the answers")),
    "reason.asked": Sentence(mark("left out as you asked")),
}

LEVELS = {
    "level.note": Sentence(mark("Note")),
    "level.caution": Sentence(mark("Caution")),
    "level.problem": Sentence(mark("Problem")),
    "fit.fits": Sentence(mark("Fits")),
    "fit.caution": Sentence(mark("Caution")),
    "fit.unfit": Sentence(mark("Does not fit")),
}

FILES = {
    "model.older_verified": Sentence(
        mark("Made with another version. It gives the same stored answers here.")
    ),
}

JOBS = {
    "job.import": Sentence(mark("Opening a file")),
    "job.train": Sentence(mark("Learning")),
    "job.finish": Sentence(mark("Keeping the best")),
    "job.explain": Sentence(mark("Looking into the model")),
    "job.prepare": Sentence(mark("Comparing a new file")),
    "job.apply": Sentence(mark("Answering rows")),
    "job.answer_table": Sentence(mark("Answering the rows of a table")),
    "job.export": Sentence(mark("Saving a file")),
    "job.waits": Sentence(mark("Waits until other work is done: {what}")),
    "job.write_report": Sentence(mark("Writing the report")),
    "job.arrange": Sentence(mark("Arranging rows")),
}

QUESTIONS = {
    "question.two": Sentence(mark('Can it tell "{target}": {yes} or {no}?')),
    "question.many": Sentence(mark('Which "{target}" will it be?')),
    "question.number": Sentence(mark('What number will "{target}" be?')),
}

RESULTS = {
    "baseline.kinds": Sentence(mark('Simplest guess: always "{common}". Right for {guess} of {of}.')),
    "baseline.rare": Sentence(mark("Simplest guess: {k} picked at random hold {random}.")),
    "baseline.number": Sentence(mark("Simplest guess: always {mean}. Off by {guess} on average.")),
    "candidate.score": Sentence(mark("{kind}: right for {right} of {of} while practising.")),
    "candidate.score_number": Sentence(mark("{kind}: off by {miss} on average while practising.")),
    "candidate.note": Sentence(
        mark(
            "Practice figures: they served to choose the model. The verdict comes from rows kept aside, so "
            "its figures may differ a little."
        )
    ),
    "candidate.chosen_number": Sentence(
        mark("The one with the fewest large misses is chosen; another was off by less on average.")
    ),
    "candidate.chosen": Sentence(
        mark("The one whose chances fit best is chosen; another was right more often.")
    ),
    "candidate.note_repeated": Sentence(
        mark(
            "Practice figures: they served to choose the model. For the verdict the choice was made anew "
            "each time rows were hidden, so its figures may differ a little."
        )
    ),
}

SENTENCES = {**MODELS, **TYPES, **HOLDS, **REASONS, **LEVELS, **JOBS, **QUESTIONS, **RESULTS, **FILES}
