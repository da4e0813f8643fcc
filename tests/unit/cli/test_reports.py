"""What the commands say of tables, models and trainings, for people and as JSON."""

import json
from dataclasses import replace

import pytest

from desktop_app.cli.layout import display_width
from desktop_app.cli.model_card import card_json, card_lines
from desktop_app.cli.open_questions import question_lines
from desktop_app.cli.output import safe
from desktop_app.cli.table_report import table_json, table_lines
from desktop_app.cli.training_report import training_json, training_lines
from desktop_app.models.prose import card_text
from desktop_app.records.models import Feature, ModelCard, Schema
from desktop_app.records.notices import Notice
from desktop_app.records.orders import ColumnFacts, Inspected, TrainedFile
from desktop_app.records.plans import LeftOut, TrainingPlan
from desktop_app.records.results import Candidate
from desktop_app.records.tables import Choice, Question, Recipe
from desktop_app.reports.notice_words import notice_text
from desktop_app.reports.two_readings import open_notices
from tests.unit.reports.made import a_number, giveaway, rare_kind, two_kinds

CANDIDATES = (
    Candidate(name="linear", metric="log_loss", score=0.41, practice=0.85, seconds=1.2, chosen=True),
    Candidate(name="forest", metric="log_loss", score=0.0, practice=0.0, seconds=0.1, failed=True),
)
TRAINED = TrainedFile(
    evaluation=two_kinds(
        candidates=CANDIDATES,
        left_out=(LeftOut(column="id", reason="id"),),
        warnings=(Notice(code="plan.few_of_class", values={"value": "yes", "count": 9, "rows": 100}),),
    ),
    model="draft",
)


def inspected(*columns: ColumnFacts) -> Inspected:
    return Inspected(name="a.csv", rows=12345, columns=columns, recipe=Recipe(format="csv", delimiter=";"))


def facts(name: str) -> ColumnFacts:
    return ColumnFacts(
        name=name, heading=name, type="category", missing=3, distinct=1200, examples=("a", "b")
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
    told = training_json(TrainedFile(evaluation=made(), model="m"), "m")

    assert json.loads(json.dumps(told)) == told


def test_people_read_the_verdict_first_and_where_the_model_is() -> None:
    lines = training_lines(TRAINED, "/home/a/" + "b" * 60 + ".hunch")

    assert lines[0].startswith("Useful. Right for 88 of 100 rows it had never seen. Saved as /home/a/bbb")
    assert lines[0].endswith("b.hunch.")
    assert '"id" is left out: it is different in every row.' in lines


def test_a_question_about_columns_names_the_options_that_answer_it() -> None:
    given = TrainedFile(evaluation=two_kinds("suspicious", give_away=giveaway("cancel date")), model="m")
    easy = TrainedFile(evaluation=two_kinds("suspicious"), model="m")

    assert "If you would, add --known 'cancel date'; if not, add --exclude 'cancel date'." in training_lines(
        given, "m"
    )
    assert any("--known all" in line for line in training_lines(easy, "m"))


def test_a_table_is_told_under_its_final_names() -> None:
    told = table_json(inspected(facts("region")))

    assert list(told) == ["rows", "columns", "questions", "recipe", "warnings", "left_out"]
    assert told["questions"] == []
    assert told["left_out"] == {"columns": [], "rows": []}
    assert json.loads(json.dumps(told))["columns"] == [
        {
            "name": "region",
            "heading": "region",
            "type": "category",
            "missing": 3,
            "distinct": 1200,
            "examples": ["a", "b"],
            "notes": [],
        }
    ]


DAYS = Question(
    code="import.date_question",
    column="due day",
    examples=("03/03/2024", "01/02/2024"),
    choices=(
        Choice(reading="text", examples=("03/03/2024", "01/02/2024")),
        Choice(reading="date-dmy", examples=("2024-03-03", "2024-02-01")),
        Choice(reading="date-mdy", examples=("2024-03-03", "2024-01-02")),
    ),
)


def test_a_question_is_told_under_its_final_names() -> None:
    (told,) = json.loads(json.dumps(table_json(replace(inspected(), questions=(DAYS,)))))["questions"]

    assert told == {
        "code": "import.date_question",
        "message": 'In "due day", is 01/02/2024 2024-02-01 or 2024-01-02?',
        "hint": "Answer with one of: --assume 'due day=text', --assume 'due day=date-dmy', "
        "--assume 'due day=date-mdy'",
        "column": "due day",
        "examples": ["03/03/2024", "01/02/2024"],
        "choices": [
            {"reading": "text", "examples": ["03/03/2024", "01/02/2024"]},
            {"reading": "date-dmy", "examples": ["2024-03-03", "2024-02-01"]},
            {"reading": "date-mdy", "examples": ["2024-03-03", "2024-01-02"]},
        ],
    }


def test_a_person_sees_the_cells_of_a_question_above_what_each_answer_makes_of_them() -> None:
    assert question_lines([DAYS]) == [
        "",
        'In "due day", is 01/02/2024 2024-02-01 or 2024-01-02?',
        "                             03/03/2024  01/02/2024",
        "--assume 'due day=text'      03/03/2024  01/02/2024",
        "--assume 'due day=date-dmy'  2024-03-03  2024-02-01",
        "--assume 'due day=date-mdy'  2024-03-03  2024-01-02",
    ]


def test_a_question_steers_no_terminal_and_asks_also_where_it_has_no_cells() -> None:
    hostile = replace(DAYS, column="\x1b[31m", examples=("\x1b]0;x\x07",), choices=())

    assert not any("\x1b" in line for line in map(safe, question_lines([hostile])))


def test_columns_that_wait_for_an_answer_are_named_and_others_are_not() -> None:
    amount = replace(DAYS, column="amount")
    code = replace(DAYS, choices=(Choice(reading="number", examples=()), *DAYS.choices[1:]))

    (one,), (two,), (other,) = map(open_notices, ([DAYS], [DAYS, amount], [DAYS, code]))

    assert notice_text(one) == '1 question is open. "due day" stays text until you answer.'
    assert notice_text(two) == '2 questions are open. Read as text until you answer: "due day", "amount".'
    assert notice_text(other) == '2 questions are open. Read as text until you answer: "due day".'
    assert two.columns == ("due day", "amount")
    assert open_notices([code]) == ()


def test_a_table_of_many_strange_columns_stays_readable() -> None:
    names = [
        "表格" * 100,
        "a" * 300,
        "<script>alert(1)</script>",
        "\x1b[31mred\r\n",
        "👨\u200d👩\u200d👧",
        "שלום",
        "",
    ]
    columns = [facts(names[n % len(names)]) for n in range(2000)]

    title, _blank, head, *lines = table_lines(inspected(*columns))

    assert title == "a.csv: 12,345 rows, 2,000 columns."
    assert len(lines) == 2000
    assert len({line.index("kinds") for line in lines[1::7]}) == 1
    assert all(display_width(line) <= 200 for line in [head, *lines])
    assert not any("\x1b" in line or "\n" in line for line in lines)


def test_a_column_is_told_with_what_it_holds() -> None:
    *_title, line = table_lines(inspected(replace(facts("region"), missing=0)))

    assert line.split() == ["region", "kinds", "1,200", "a", "·", "b"]


def test_a_model_tells_its_card() -> None:
    schema = Schema(
        target="left",
        task="classification",
        classes=("no", "yes"),
        features=(Feature(name="calls", type="number"), Feature(name="months", type="number")),
    )
    card = ModelCard(
        created="2026-11-22T10:00:00Z",
        versions={"hunch": "0.1.0"},
        table="customers.csv",
        table_sha256="0" * 64,
        schema=schema,
        plan=TrainingPlan(target="left"),
        evaluation=two_kinds(),
        recipe=Recipe(format="csv"),
        golden_rows=20,
    )

    told, lines = card_json(card), card_lines(card)

    assert (told["target"], told["task"]) == ("left", "classification")
    assert json.loads(json.dumps(told))["verdict"]["level"] == "useful"
    assert lines[0] == 'Can it tell "left": yes or no?'
    assert lines[-1] == '"calls", "months"'
    assert any('5,000 rows of "customers.csv" on 2026-11-22, with 2 columns' in line for line in lines)
    kept = replace(card, evaluation=two_kinds(tested="held_out_no_refit"))
    assert any("Learned from 4,000 rows" in line for line in card_lines(kept))
    assert "Learned from 4,000 rows and 2 columns" in card_text(kept)
