"""Notes on tables and models, and the log of what was decided."""

import pytest

from desktop_app.errors import NotFoundError
from desktop_app.records.notices import Notice
from desktop_app.workspace.store import Workspace
from tests.unit.workspace.examples import imported, trained

OUT = Notice(code="chosen.out", values={"column": "age"})
KNOWN = Notice(code="chosen.known_many", values={"columns": ["age", "city"]})
FINE = Notice(code="decided.fine", values={"finding_code": "find.id", "column": "age"})
LINE = Notice(code="decided.threshold", values={"yes": "yes", "chance": 30, "of": 100})


def log_of(workspace: Workspace, training_id: str) -> list[Notice]:
    return [one.notice for one in workspace.remarks.decisions_of(training_id=training_id)]


def test_a_note_is_there_in_the_next_run_with_its_lines(workspace: Workspace) -> None:
    table = imported(workspace)
    training = trained(workspace, table)

    workspace.remarks.note_on_training(training.id, "  Agreed with the team:\r\nuse it in May. ")
    workspace.remarks.note_on_table(table.id, "From the old system")

    workspace.close()
    later = Workspace(workspace.folder)
    assert later.trainings.get(training.id).note == "Agreed with the team:\nuse it in May."
    assert later.tables.get(table.id).note == "From the old system"
    assert later.tables.list()[0].note == "From the old system"
    later.close()


def test_a_note_can_be_taken_back_and_is_not_endless(workspace: Workspace) -> None:
    training = trained(workspace, imported(workspace))

    workspace.remarks.note_on_training(training.id, "x" * 30_000)
    assert len(workspace.trainings.get(training.id).note) == 20_000

    workspace.remarks.note_on_training(training.id, " ")
    assert workspace.trainings.get(training.id).note == ""


def test_a_note_that_is_no_text_can_be_kept(workspace: Workspace) -> None:
    training = trained(workspace, imported(workspace))

    workspace.remarks.note_on_training(training.id, "caf\udce9")

    assert workspace.trainings.get(training.id).note == "caf?"


def test_a_note_that_was_changed_elsewhere_is_kept_with_what_was_written_here(workspace: Workspace) -> None:
    table = imported(workspace)
    training = trained(workspace, table)
    remarks = workspace.remarks
    for write, thing, read in (
        (remarks.note_on_training, training.id, workspace.trainings.get),
        (remarks.note_on_table, table.id, workspace.tables.get),
    ):
        assert not write(thing, "Before")
        assert not write(thing, "Theirs\nfor May", "Before")

        assert write(thing, "Mine\r\nfor June", "Before")

        assert read(thing).note == "Theirs\nfor May\n\nMine\nfor June"
        assert not write(thing, "Ours", "Theirs\nfor May\n\nMine\nfor June")
        assert read(thing).note == "Ours"


@pytest.mark.parametrize(
    ("text", "was", "kept"),
    [
        ("Before ", "Before", "Theirs"),  # nothing was changed here
        ("Theirs", "Before", "Theirs"),  # the same was written in both places
        ("", "Before", "Theirs"),  # it was taken back here
        ("Mine", None, "Mine"),
    ],
)
def test_a_page_that_was_left_open_takes_nothing_back(
    workspace: Workspace, text: str, was: str | None, kept: str
) -> None:
    training = trained(workspace, imported(workspace))
    workspace.remarks.note_on_training(training.id, "Theirs")

    workspace.remarks.note_on_training(training.id, text, was)

    assert workspace.trainings.get(training.id).note == kept


def test_a_note_that_was_taken_back_elsewhere_is_no_other_text(workspace: Workspace) -> None:
    training = trained(workspace, imported(workspace))

    assert not workspace.remarks.note_on_training(training.id, "Mine", "Before")
    assert workspace.trainings.get(training.id).note == "Mine"


def test_a_text_that_is_sent_twice_is_kept_once(workspace: Workspace) -> None:
    training = trained(workspace, imported(workspace))
    workspace.remarks.note_on_training(training.id, "Nothing yet")

    for _time in range(2):
        assert workspace.remarks.note_on_training(training.id, "No", "Before")

    assert workspace.trainings.get(training.id).note == "Nothing yet\n\nNo"


def test_two_long_texts_are_both_kept_whole(workspace: Workspace) -> None:
    training = trained(workspace, imported(workspace))
    theirs, mine = "x" * 15_000, "y" * 15_000
    workspace.remarks.note_on_training(training.id, theirs)

    assert workspace.remarks.note_on_training(training.id, mine, "Before")
    both = workspace.trainings.get(training.id).note
    assert both == f"{theirs}\n\n{mine}"
    assert not workspace.remarks.note_on_training(training.id, both, both)
    assert workspace.trainings.get(training.id).note == both


def test_a_part_comes_behind_what_the_note_is_by_now(workspace: Workspace) -> None:
    training = trained(workspace, imported(workspace))

    assert workspace.remarks.add_to_note(training.id, "A row:\r\n- age: 7 ")
    workspace.remarks.note_on_training(training.id, "Mine")
    assert workspace.remarks.add_to_note(training.id, "Another row")

    assert workspace.trainings.get(training.id).note == "Mine\n\nAnother row"


def test_a_part_that_has_no_room_leaves_the_note_as_it_is(workspace: Workspace) -> None:
    training = trained(workspace, imported(workspace))
    workspace.remarks.note_on_training(training.id, "x" * 19_990)

    assert not workspace.remarks.add_to_note(training.id, "y" * 9)
    assert workspace.trainings.get(training.id).note == "x" * 19_990
    assert workspace.remarks.add_to_note(training.id, "y" * 8)
    assert len(workspace.trainings.get(training.id).note) == 20_000


def test_what_was_decided_is_told_in_its_order(workspace: Workspace) -> None:
    training = trained(workspace, imported(workspace))

    workspace.remarks.decided(OUT, KNOWN, training_id=training.id)
    workspace.remarks.decided(LINE, training_id=training.id)

    assert log_of(workspace, training.id) == [OUT, KNOWN, LINE]
    (first, *_others) = workspace.remarks.decisions_of(training_id=training.id)
    assert first.moment.endswith("+00:00")


def test_what_was_decided_about_a_table_stands_in_the_log_of_its_models(workspace: Workspace) -> None:
    table, other = imported(workspace), imported(workspace, "other.csv")
    training, stranger = trained(workspace, table), trained(workspace, other)

    workspace.remarks.decided(FINE, table_id=table.id)

    assert log_of(workspace, training.id) == [FINE]
    assert log_of(workspace, stranger.id) == []
    assert [one.notice for one in workspace.remarks.decisions_of(table_id=table.id)] == [FINE]


def test_a_later_training_begins_with_what_was_chosen_before_but_not_with_how_that_is_used(
    workspace: Workspace,
) -> None:
    table = imported(workspace)
    first, second = trained(workspace, table), trained(workspace, table)
    workspace.remarks.decided(OUT, LINE, training_id=first.id)

    workspace.remarks.take_over(second.id, first.id)
    workspace.remarks.decided(KNOWN, training_id=second.id)

    assert log_of(workspace, second.id) == [OUT, KNOWN]
    workspace.trainings.delete(first.id)
    workspace.tidy()
    assert log_of(workspace, second.id) == [OUT, KNOWN]


def test_the_log_of_a_model_outlives_its_table(workspace: Workspace) -> None:
    table = imported(workspace)
    training = trained(workspace, table)
    workspace.remarks.decided(OUT, training_id=training.id)
    workspace.remarks.decided(FINE, table_id=table.id)

    workspace.tables.delete(table.id)
    workspace.tidy()

    assert log_of(workspace, training.id) == [OUT]


def test_nothing_is_written_about_what_is_not_there(workspace: Workspace) -> None:
    for change in (workspace.remarks.note_on_training, workspace.remarks.note_on_table):
        with pytest.raises(NotFoundError):
            change("no such id", "a note")
    with pytest.raises(NotFoundError):
        workspace.remarks.add_to_note("no such id", "a part")
    with pytest.raises(NotFoundError):
        workspace.remarks.decided(OUT, training_id="no such id")
    with pytest.raises(NotFoundError):
        workspace.remarks.decided(OUT, table_id="no such id")
