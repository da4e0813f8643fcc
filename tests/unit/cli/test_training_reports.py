"""What the command line says of a training, for people and as JSON."""

import json
from dataclasses import replace

import pytest

from desktop_app.cli.training_report import training_json, training_lines
from desktop_app.records.notices import Notice
from desktop_app.records.orders import TrainedFile
from desktop_app.records.plans import LeftOut, Reason, TrainingPlan
from desktop_app.records.results import Candidate, Importance
from tests.unit.reports.made import a_number, giveaway, rare_kind, two_kinds
from tests.unit.reports.test_lineage_words import LINEAGE
from tests.unit.reports.text_parts import TYPICAL, WORDS

PLAN = TrainingPlan(target="left")
CANDIDATES = (
    Candidate(name="linear", metric="log_loss", score=0.41, practice=0.85, seconds=1.2, chosen=True),
    Candidate(name="forest", metric="log_loss", score=0.0, practice=0.0, seconds=0.1, failed=True),
)
TRAINED = TrainedFile(
    plan=PLAN,
    evaluation=two_kinds(
        candidates=CANDIDATES,
        left_out=(LeftOut(column="id", reason="id"),),
        warnings=(Notice(code="plan.few_of_class", values={"value": "yes", "count": 9, "rows": 100}),),
    ),
    model="draft",
)


def test_a_training_is_told_under_its_final_names() -> None:
    told = training_json(TRAINED, "/home/a/b.hunch")

    assert list(told) == [
        "task",
        "target",
        "features",
        "excluded",
        "warnings",
        "baseline",
        "score",
        "skill",
        "verdict",
        "help",
        "candidates",
        "seconds",
        "model",
    ]
    assert told["excluded"] == [{"column": "id", "reason": "id", "message": "different in every row"}]
    assert told["score"] == {"metric": "accuracy", "value": 0.88, "low": 0.86, "high": 0.9, "rows": 1000}
    assert told["verdict"] == {
        "level": "useful",
        "sentence": "Right for 88 of 100 rows it had never seen. "
        'With other rows it could be right for 86 to 90. Always answering "no" is right for 73.',
    }
    assert told["model"] == "/home/a/b.hunch"


def test_words_that_go_with_an_answer_and_typical_rows_are_told() -> None:
    texts = replace(TRAINED, evaluation=replace(TRAINED.evaluation, words=WORDS, typical=TYPICAL))

    told, lines = json.loads(json.dumps(training_json(texts, "b.hunch"))), training_lines(texts, "b.hunch")

    assert told["words"]["answers"][1]["words"][0] == {"text": "refund", "found": 41, "others": 3}
    assert told["typical"][0] == {"value": "no", "rows": [{"row": 4, "chance": 0.97}]}
    assert '"refund" stands in 41 of 60 rows that are "yes", and in 3 of 200 others.' in lines
    assert 'The most typical rows of "no": 4.' in lines


def test_warnings_have_their_code_their_sentence_and_their_columns() -> None:
    (warning,) = json.loads(json.dumps(training_json(TRAINED, "m")))["warnings"]

    assert warning == {
        "code": "plan.few_of_class",
        "message": '"yes" appears in 9 of 100 rows. It can hardly be learned.',
        "columns": [],
    }


def test_a_candidate_that_failed_has_no_score() -> None:
    linear, forest = json.loads(json.dumps(training_json(TRAINED, "m")))["candidates"]

    assert (linear["name"], linear["score"], linear["chosen"]) == ("linear", 0.41, True)
    assert (forest["score"], forest["failed"]) == (None, True)


@pytest.mark.parametrize("made", [two_kinds, rare_kind, a_number], ids=lambda made: made.__name__)
def test_every_training_is_told_in_json(made: type) -> None:
    told = training_json(TrainedFile(plan=PLAN, evaluation=made(), model="m"), "m")

    assert json.loads(json.dumps(told)) == told


def test_people_read_the_verdict_first_and_where_the_model_is() -> None:
    lines = training_lines(TRAINED, "/home/a/" + "b" * 60 + ".hunch")

    assert lines[0].startswith("Useful. Right for 88 of 100 rows it had never seen. Saved as /home/a/bbb")
    assert lines[0].endswith("b.hunch.")
    assert '"id" is left out: it is different in every row.' in lines


def test_a_question_about_columns_names_the_options_that_answer_it() -> None:
    given = TrainedFile(
        plan=PLAN, evaluation=two_kinds("suspicious", give_away=giveaway("cancel date")), model="m"
    )
    easy = TrainedFile(plan=PLAN, evaluation=two_kinds("suspicious"), model="m")

    asked = "If you would, add --known 'cancel date'; if not, add --exclude 'cancel date'."
    assert asked in training_lines(given, "m")
    assert any("--known all" in line for line in training_lines(easy, "m"))


@pytest.mark.parametrize(("reason", "count"), [("personal", 1), ("asked", 2)])
def test_data_of_people_that_are_left_out_are_spoken_of_once(reason: Reason, count: int) -> None:
    left_out = (LeftOut(column="name", reason=reason),)
    found = Notice(code="find.personal", values={"column": "name", "what": "names"}, columns=("name",))
    trained = replace(TRAINED, evaluation=two_kinds(left_out=left_out), warnings=(found,))

    lines = training_lines(trained, "m")

    assert sum('"name"' in line for line in lines) == count


def test_what_would_help_is_told_once_with_the_option_that_follows_it() -> None:
    harmful = (Importance(column="my notes", loss=-0.06, low=-0.08, high=-0.04),)
    late = Notice(code="learn.out_of_time", values={"kinds": ["forest"]}, level="caution")
    evaluation = two_kinds(importances=harmful, longer_helps=True, warnings=(late,))

    lines = training_lines(TrainedFile(plan=PLAN, evaluation=evaluation, model="m"), "m")

    advice = next(place for place, line in enumerate(lines) if line.startswith('Leaving "my notes" out'))
    assert lines[advice + 1] == "To leave it out, add --exclude 'my notes'."
    assert lines[advice + 2].startswith("The time was too short for: Forest of trees.")
    assert lines[advice + 3] == "To learn longer, add --budget 300."
    assert sum("The time was too short" in line for line in lines) == 1


def test_what_would_help_is_told_to_programs_with_its_columns() -> None:
    told = training_json(TRAINED, "m")["help"]

    assert told == [
        {
            "code": "help.few_of_kind",
            "message": 'More rows with "yes" would help: 9 of 100 are too few to learn it from.',
            "columns": [],
        }
    ]


def test_of_what_was_learned_like_a_model_no_option_is_told_that_would_be_refused() -> None:
    evaluation = two_kinds(
        "suspicious",
        longer_helps=True,
        warnings=(Notice(code="learn.out_of_time", values={"kinds": ["forest"]}, level="caution"),),
        left_out=(LeftOut(column="closed on", reason="gives_away"),),
    )
    trained = TrainedFile(plan=PLAN, evaluation=evaluation, model="m")
    like = replace(trained, evaluation=replace(evaluation, lineage=LINEAGE))

    told = "\n".join(training_lines(trained, "m"))
    assert all(option in told for option in ("--known all", "--known 'closed on'"))
    assert "--" not in "\n".join(training_lines(like, "m"))
