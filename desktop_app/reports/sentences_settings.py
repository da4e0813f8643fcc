"""What the page of settings says of programs that are let in."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

SENTENCES = {
    "programs.about": Sentence(
        mark(
            "A script, or another program on this computer, can use Hunch as you do: bring a table, learn "
            "from it, and have rows answered. Nothing listens for them until you let them in."
        )
    ),
    "programs.open": Sentence(mark("Programs are let in")),
    "programs.closed": Sentence(mark("Nobody is let in")),
    "programs.where": Sentence(mark("They ask at this address, which only this computer can reach.")),
    "programs.description": Sentence(mark("What can be asked is told at {path}")),
    "programs.tokens": Sentence(
        mark(
            "Each program has a token of its own, by which it is known. Shut one out, "
            "and it is not answered any more; the others are."
        )
    ),
    "programs.waiting": Sentence(mark("Their tokens stay, and count again once programs are let in.")),
    "programs.token": Sentence(
        mark('The token of "{name}" is shown only now. Put it where that program finds it, and nobody else.')
    ),
    "programs.none": Sentence(mark("No program has a token yet.")),
    "programs.made": Sentence(mark("token made {date}")),
    "programs.used": Sentence(mark("asked last {date}")),
    "programs.never": Sentence(mark("has not asked yet")),
    "scope.read": Sentence(mark("See tables, models and answers")),
    "scope.learn": Sentence(mark("Bring tables, and learn from them")),
    "scope.predict": Sentence(mark("Have rows answered")),
    "scope.delete": Sentence(mark("Delete tables, models and answers")),
    "scope.short.read": Sentence(mark("sees")),
    "scope.short.learn": Sentence(mark("learns")),
    "scope.short.predict": Sentence(mark("has rows answered")),
    "scope.short.delete": Sentence(mark("deletes")),
}
