"""Every code that a room sends has a sentence, and every sentence can be filled."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from desktop_app.errors import AppError, from_code
from desktop_app.errors.sayings import SAYINGS
from desktop_app.language import placeholders
from desktop_app.records.notices import Notice
from desktop_app.reports import catalogue
from desktop_app.reports.catalogue import SENTENCES
from desktop_app.reports.notice_words import notice_text
from tests.unit.syntax import nodes_of

ROOT = Path(__file__).parents[3] / "desktop_app"
MODULES = sorted(ROOT.rglob("*.py"))
CODE = re.compile(r"[a-z]+(\.[a-z0-9_/]+)+")
RAISED = {"AppError", "FileError", "DataError", "ModelError", "UsageError", "NotFoundError", "SaveError"} | {
    "InternalError",
    "Problem",
    "from_code",
}


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _texts(node: ast.expr | None) -> Iterator[str]:
    """Yield the codes that an expression can be: a text, or either side of a choice."""
    match node:
        case ast.Constant(value=str() as text):
            yield text
        case ast.IfExp():
            yield from _texts(node.body)
            yield from _texts(node.orelse)


@cache
def _nodes(module: Path) -> tuple[ast.Call | ast.Constant | ast.JoinedStr, ...]:
    """Return the parts of a module that these tests look at; read once, since it takes the longest."""
    nodes = nodes_of(module.read_text(encoding="utf-8"))
    return tuple(node for node in nodes if isinstance(node, ast.Call | ast.Constant | ast.JoinedStr))


def _codes(module: Path, called: set[str]) -> Iterator[str]:
    for node in _nodes(module):
        if isinstance(node, ast.Call) and _called(node) in called:
            named = next((word.value for word in node.keywords if word.arg == "code"), None)
            yield from _texts(named or (node.args[0] if node.args else None))


def _said_outside_pages() -> Iterator[str]:
    """Yield every text that looks like a code, in the rooms that have no addresses of pages."""
    for module in MODULES:
        if "web" not in module.parts:
            joined = [node for node in _nodes(module) if isinstance(node, ast.JoinedStr)]
            parts = {id(part) for node in joined for part in node.values}
            for node in _nodes(module):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts:
                    yield node.value


@cache
def _sent() -> list[tuple[str, str]]:
    return sorted(
        {
            (code, str(module.relative_to(ROOT)))
            for module in MODULES
            for code in _codes(module, {"Notice", "text_of"})
        }
    )


@cache
def _raised() -> list[tuple[str, str]]:
    return sorted(
        {(code, str(module.relative_to(ROOT))) for module in MODULES for code in _codes(module, RAISED)}
    )


def test_each_code_that_is_sent_has_a_sentence() -> None:
    assert len(_sent()) > 400
    assert [(code, module) for code, module in _sent() if code not in SENTENCES and code not in SAYINGS] == []


@cache
def _asked_by_templates() -> list[tuple[str, str]]:
    asked = re.compile(r"""\btext\(\s*["']([^"']+)["']""")
    return sorted(
        {
            (code, template.name)
            for template in (ROOT.parent / "ui" / "templates").rglob("*.html")
            for code in asked.findall(template.read_text(encoding="utf-8"))
        }
    )


def test_each_code_that_a_page_asks_for_has_a_sentence() -> None:
    assert len(_asked_by_templates()) > 30
    assert [(code, name) for code, name in _asked_by_templates() if code not in SENTENCES] == []


def test_each_failure_that_is_raised_has_a_sentence_and_a_hint() -> None:
    whole = {code for code, saying in SAYINGS.items() if saying.message and saying.hint}

    assert len(_raised()) > 200
    assert [(code, module) for code, module in _raised() if code not in whole] == []


def test_a_text_that_looks_like_a_code_is_one() -> None:
    known = {*SENTENCES, *SAYINGS}
    families = {code.split(".")[0] for code in known} - {"level", "type", "model", "job", "save"}
    parts = {code.rsplit(".", depth)[0] for code in known for depth in (1, 2)}

    looking_so = {
        text
        for text in _said_outside_pages()
        if CODE.fullmatch(text) and not text.endswith((".json", ".pem"))
    }
    codes = {text for text in looking_so if text.split(".")[0] in families}

    assert codes - known - parts == set()


# Families whose codes are put together from a value, such as "verdict.weak.two".
MADE_OF_PARTS = (
    *("type.", "holds.", "reason.", "level.", "fit.", "job.", "model.kind.", "personal.", "workbook."),
    *("step.", "label.", "rule.", "chip.rows_", "opened.rows_"),
    *("plan.left_out_", "compare.left_out_", "odd.", "suggest.", "verdict.", "forecast."),
    *("caution.guessing", "caution.suspicious", "words.of_", "words.word_"),
    *("ahead.fact.", "ahead.way.", "ahead.method.", "hindsight."),
    *("each.filter.", "each.level.", "each.odd."),
)


def test_no_sentence_waits_for_somebody_to_say_it() -> None:
    written = {
        text
        for module in MODULES
        if not module.name.startswith("sentences_")
        for node in _nodes(module)
        if isinstance(node, ast.Constant) and isinstance(text := node.value, str)
    }
    said = written | {code for code, _ in _asked_by_templates()}

    assert {code for code in SENTENCES if code not in said and not code.startswith(MADE_OF_PARTS)} == set()


def test_what_is_said_of_a_failure_and_of_a_finding_is_the_same() -> None:
    twice = set(SENTENCES) & set(SAYINGS)

    assert {code for code in twice if SENTENCES[code].one != SAYINGS[code].message} == set()


def test_each_sentence_can_be_filled_and_says_nothing_unfilled() -> None:
    for code, sentence in SENTENCES.items():
        names = placeholders(sentence.one) | placeholders(sentence.more)

        text = notice_text(
            Notice(code=code, values=dict.fromkeys(names, 1) | {"kind": "linear", "kinds": ["linear"]})
        )

        assert text, code
        assert "{" not in text, code


def test_no_code_has_two_sentences() -> None:
    parts = [
        vars(module)["SENTENCES"] for name, module in vars(catalogue).items() if name.startswith("sentences_")
    ]

    assert sum(map(len, parts)) == len(SENTENCES)


def test_both_forms_of_a_sentence_need_the_same_values_and_their_count() -> None:
    for code, sentence in SENTENCES.items():
        if sentence.more:
            assert placeholders(sentence.one) == placeholders(sentence.more), code
            assert sentence.counted in placeholders(sentence.one), code


def test_each_failure_can_be_said() -> None:
    for code, saying in SAYINGS.items():
        names = placeholders(saying.message) | placeholders(saying.hint)

        error = from_code(code, dict.fromkeys(names, "x"))

        assert isinstance(error, AppError)
        assert error.message, code
        assert "{" not in error.message + error.hint, code


def test_an_unknown_code_of_another_process_becomes_the_sentence_for_a_bug() -> None:
    error = from_code("no.such.code", {"file": "a.csv"})

    assert error.code == "error.unexpected"
    assert "no.such.code" in error.hint


def test_a_code_without_a_sentence_costs_no_page(caplog: pytest.LogCaptureFixture) -> None:
    assert notice_text(Notice(code="no.such.code")) == ""
    assert "no.such.code" in caplog.text


def test_no_sentence_uses_words_that_promise_too_much() -> None:
    texts = [sentence.one + " " + sentence.more for sentence in SENTENCES.values()]
    texts += [saying.message + " " + saying.hint for saying in SAYINGS.values()]

    for text in texts:
        assert not re.search(
            r"!|\bwe\b|\bour\b|\bAI\b|accurate|significant|please|sorry", text, re.IGNORECASE
        ), text
