"""What is left for each file: its answers with a note, or the note that says why there are none.

The file itself stays where it is, as it is: who put it there may need it, and a move could only lose it. What
came of it is remembered in an order that no crash upsets: the name for the answers is written down, then the
note, then the answers appear whole, then they are written down as answered.
"""

import os
from dataclasses import replace
from pathlib import Path

from desktop_app.errors import AppError
from desktop_app.jobs.endings import problem_of
from desktop_app.jobs.watched.memory import Memory
from desktop_app.jobs.watched.news import out_name, shortened
from desktop_app.jobs.watched.placing import NOTE, place_for, put, write_note
from desktop_app.records.orders import PredictedFile
from desktop_app.records.watched import Answered, Handled, SetAside, Task
from desktop_app.reports.watch_words import answered_note, aside_note
from desktop_app.workspace.moments import now


class Leaving:
    """Leaves things in the folder of answers, and remembers it."""

    def __init__(self, task: Task, memory: Memory) -> None:
        self._out, self._model, self._memory = Path(task.out), task.model, memory

    def hand_over(self, handled: Handled, draft: Path, predicted: PredictedFile) -> Answered | None:
        """Put the answers and a note into place; None where another program was quicker with the same."""
        name = handled.sight.name
        stem, ending = out_name(name)
        while True:
            self._memory.refresh()
            if self._memory.knows_content(name, handled.sha256, handled.asked):
                return None
            goal = self._begun(handled) or place_for(self._out, stem, ending, NOTE)
            note = goal.with_name(f"{goal.name}{NOTE}")
            begun = replace(handled, out=goal.name)
            self._memory.add(begun)
            write_note(note, answered_note(name, self._model, predicted, goal.name))
            try:
                put(draft, goal)
            except FileExistsError:
                continue  # another program took the name
            truth = predicted.answers.truth
            self._memory.add(replace(begun, fate="answered", at=now(), truth=truth))
            return Answered(name=name, out=goal.name, note=note.name, predicted=predicted)

    def _begun(self, handled: Handled) -> Path | None:
        """Return the place of answers that a crash kept from being there; their note may be."""
        before = self._memory.of(handled.sight.name, handled.sha256)
        if before is None or before.fate != "begun":
            return None
        goal = self._out / before.out
        return None if os.path.lexists(goal) else goal

    def set_aside(self, handled: Handled, error: AppError) -> SetAside:
        """Leave a note that says why a file is not answered, in the place of the last one for the same.

        One that names nothing as asked is to be tried again: it is remembered once for its reason.
        """
        name, before = handled.sight.name, self._memory.of(handled.sight.name, handled.sha256)
        if before and before.fate == "aside" and before.out:
            note = self._out / before.out
        else:
            note = place_for(self._out, f"{shortened(name)} not answered", ".txt")
        write_note(note, aside_note(name, self._model, error, is_final=bool(handled.asked)))
        problem = problem_of(error, "")
        left = replace(handled, fate="aside", out=note.name, problem=problem)
        if before is None or not _tells_the_same(before, left):
            self._memory.add(left)
        return SetAside(name=name, note=note.name, problem=problem)


def _tells_the_same(before: Handled, left: Handled) -> bool:
    """Whether the same was remembered already; a fault of ours has another reference each time."""
    codes = [one.problem.code for one in (before, left) if one.problem]
    return replace(before, problem=left.problem) == left and len(codes) == 2 and codes[0] == codes[1]
