"""What the commands say of tables, questions and models, for people and as JSON."""

import json
from dataclasses import replace

from desktop_app import language
from desktop_app.cli.layout import display_width
from desktop_app.cli.model_card import card_json, card_lines
from desktop_app.cli.open_questions import question_lines
from desktop_app.cli.output import safe
from desktop_app.cli.table_report import table_json, table_lines
from desktop_app.models.prose import card_text
from desktop_app.records.models import Feature, ModelCard, Schema
from desktop_app.records.orders import ColumnFacts, Inspected
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.tables import Choice, Question, Recipe
from desktop_app.reports.notice_words import notice_text
from desktop_app.reports.two_readings import open_notices
from tests.unit.reports.made import two_kinds


def inspected(*columns: ColumnFacts) -> Inspected:
    return Inspected(name="a.csv", rows=12345, columns=columns, recipe=Recipe(format="csv", delimiter=";"))


def facts(name: str) -> ColumnFacts:
    return ColumnFacts(
        name=name, heading=name, type="category", missing=3, distinct=1200, examples=("a", "b")
    )


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
    assert '"calls", "months"' in lines
    assert lines[-1].startswith("This file holds no rows of your table.")
    assert any('5,000 rows of "customers.csv" on 2026-11-22, with 2 columns' in line for line in lines)
    kept = replace(card, evaluation=two_kinds(tested="held_out_no_refit"))
    assert any("Learned from 4,000 rows" in line for line in card_lines(kept))
    assert "Learned from 4,000 rows and 2 columns" in card_text(kept)
    language.use("de")
    try:
        assert any("22.11.2026" in line for line in card_lines(card))
    finally:
        language.use("en")
