"""A model describes and does not cause: no sentence says that one thing brings another about."""

import ast
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from desktop_app.errors.sayings import SAYINGS
from desktop_app.reports.catalogue import SENTENCES
from tests.unit.syntax import nodes_of

ROOT = Path(__file__).parents[3]
TEMPLATES = sorted((ROOT / "ui" / "templates").rglob("*.html"))
MODULES = sorted(
    path
    for room in ("reports", "web", "cli", "models", "shell")
    for path in (ROOT / "desktop_app" / room).rglob("*.py")
    if not path.name.startswith("sentences_")
)
SAID_BY = {"_", "say", "say_count", "mark"}
CAUSAL = re.compile(
    r"\b(because of|due to|owing to|thanks to|caus(e|es|ed|ing)|leads? to|led to|results? in|brings? about"
    r"|effects? (of|on)|impacts?|influenc\w+|driv(e|es|en|ing)|determin\w+|affect\w*|responsible for"
    r"|(in|de)creas(e|es|ed|ing)|reduc(e|es|ed|ing)|(more|less) likely|makes? [^.]{0,40}(higher|lower))\b",
    re.IGNORECASE,
)
# They say that the model shows what it uses, and not what causes anything.
LIMITS = ("why.importance_limit", "why.effect_limit")


def causes_in(text: str) -> list[str]:
    """Return the words of a text that speak of causes; what stands in its placeholders is not ours."""
    return [found.group() for found in CAUSAL.finditer(re.sub(r"\{\w+\}", "…", text))]


def catalogue() -> dict[str, str]:
    """Return every sentence by its code, with its forms and its hint."""
    said = {code: f"{sentence.one} {sentence.more}" for code, sentence in SENTENCES.items()}
    return said | {code: f"{saying.message} {saying.hint}" for code, saying in SAYINGS.items()}


def of_template(source: str) -> Iterator[str]:
    """Yield what a template says: its own text, and the words that it has translated."""
    tree = Environment(autoescape=True).parse(source)
    for data in tree.find_all(nodes.TemplateData):
        yield re.sub(r"<[^>]*>?|^[^<]*>", " ", data.data)
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in SAID_BY:
            yield from (word.value for word in call.args if isinstance(word, nodes.Const))


def of_module(source: str) -> Iterator[str]:
    """Yield the words that a module has translated."""
    for node in nodes_of(source):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAID_BY:
            constants = (word.value for word in node.args if isinstance(word, ast.Constant))
            yield from (word for word in constants if isinstance(word, str))


def test_no_sentence_of_the_catalogue_speaks_of_causes() -> None:
    found = {code: causes_in(text) for code, text in catalogue().items() if code not in LIMITS}

    assert {code: words for code, words in found.items() if words} == {}


@pytest.mark.parametrize("code", LIMITS)
def test_what_may_speak_of_causes_says_that_none_are_shown(code: str) -> None:
    text = catalogue()[code]

    assert causes_in(text)
    assert "what the model uses" in text
    assert re.search(r"\bnot\b[^.]* what causes", text)


def suspects(paths: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """Yield the names and sources in which such words stand anywhere: only these are worth taking apart."""
    for path in paths:
        source = path.read_text(encoding="utf-8")
        if causes_in(re.sub(r'"?\s*\n\s*"?', " ", source)):
            yield path.name, source


def test_no_template_speaks_of_causes() -> None:
    for name, source in suspects(TEMPLATES):
        assert [text for text in of_template(source) if causes_in(text)] == [], name


def test_no_module_speaks_of_causes() -> None:
    for name, source in suspects(MODULES):
        assert [text for text in of_module(source) if causes_in(text)] == [], name


@pytest.mark.parametrize(
    "text",
    [
        "Customers leave because of the price.",
        "A low price leads to more sales.",
        "Many calls are the cause of it: they influence the answer.",
        "The effect of the price is large.",
        "Age increases the chance.",
        "A long contract makes it less likely.",
        "More calls make the answer higher.",
    ],
)
def test_words_of_causes_are_found(text: str) -> None:
    assert causes_in(text)


def test_words_are_found_in_templates_and_modules() -> None:
    template = '<p title="{{ _("due to") }}">leads to {{ say(\'caused {x}\', {"x": 1}) }}</p>'
    module = 'name = _("thanks to")\nother = mark("drives") + plain("due to")'

    found = [word for text in (*of_template(template), *of_module(module)) for word in causes_in(text)]
    assert found == ["leads to", "due to", "caused", "thanks to", "drives"]
