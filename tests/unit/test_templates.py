"""Nothing in templates and style sheets is left over: imports, parameters, classes and words are all used."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from jinja2 import Environment, nodes

from desktop_app.web.templating import install

UI = Path(__file__).parents[2] / "ui"
TEMPLATES = sorted((UI / "templates").rglob("*.html"))
SHEETS = [*sorted((UI / "static" / "css").glob("*.css")), UI / "handover" / "page.css"]
HANDED_OVER = UI / "handover" / "page.js"
GIVEN = "\ufffd"  # stands for a part of a class that is known only when the page is drawn


def parsed(source: str) -> nodes.Template:
    return Environment(autoescape=True).parse(source)


def sources() -> Iterator[str]:
    for template in TEMPLATES:
        yield template.read_text(encoding="utf-8")


def used_names(node: nodes.Node) -> set[str]:
    return {name.name for name in node.find_all(nodes.Name) if name.ctx == "load"}


def unused_imports(source: str) -> set[str]:
    tree = parsed(source)
    imported = {name for found in tree.find_all(nodes.FromImport) for name in found.names}
    return {name for name in imported if isinstance(name, str)} - used_names(tree)


def unused_parameters(source: str) -> set[str]:
    return {
        f"{macro.name}({parameter.name})"
        for macro in parsed(source).find_all(nodes.Macro)
        for parameter in macro.args
        if not any(parameter.name in used_names(part) for part in macro.body)
    }


def classes_asked_for(source: str) -> set[str]:
    """Return the classes that a template gives to its elements, also through `press` and a block."""
    parts = re.findall(r'\bclass="([^"]*)"', source)
    parts += re.findall(r"{% block width %}(\w+){% endblock %}", source)
    for call in parsed(source).find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "press":
            parts += [word.value for given in call.args[2:3] for word in strings(given)]
    spread = " ".join(re.sub(r"{%.*?%}", " ", part) for part in parts)
    words = re.sub(r"{{.*?}}", GIVEN, spread).split()
    return {word for word in words if word != GIVEN}


def strings(node: nodes.Node) -> list[nodes.Const]:
    found = [*node.find_all(nodes.Const), *([node] if isinstance(node, nodes.Const) else [])]
    return [const for const in found if isinstance(const.value, str)]


def classes_with_a_rule(sheet: str) -> set[str]:
    plain = re.sub(r"/\*.*?\*/|url\(.*?\)", "", sheet, flags=re.DOTALL)
    return set(re.findall(r"\.([a-z][\w-]*)", plain))


def fits(asked: str, ruled: str) -> bool:
    return re.fullmatch(re.escape(asked).replace(GIVEN, r"\w+"), ruled) is not None


ASKED_FOR = set().union(*(classes_asked_for(source) for source in sources())) | set(
    re.findall(r'made\("\w+", [^\n]*?, "(\w+)"\)', HANDED_OVER.read_text(encoding="utf-8"))
)
WITH_A_RULE = set().union(*(classes_with_a_rule(sheet.read_text(encoding="utf-8")) for sheet in SHEETS))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(UI)))
def test_a_template_uses_what_it_imports_and_what_its_macros_are_given(template: Path) -> None:
    source = template.read_text(encoding="utf-8")

    assert unused_imports(source) | unused_parameters(source) == set()


def test_a_macro_is_called_by_some_page() -> None:
    made = {macro.name for source in sources() for macro in parsed(source).find_all(nodes.Macro)}
    called = set().union(*(used_names(parsed(source)) for source in sources()))

    assert made - called == set()


def test_an_icon_is_shown_by_some_page() -> None:
    drawn = set(re.findall(r'shape == "(\w+)"', (UI / "templates/components/icons.html").read_text()))
    calls = (call for source in sources() for call in parsed(source).find_all(nodes.Call))
    shown = {
        word.value
        for call in calls
        if isinstance(call.node, nodes.Name) and call.node.name == "icon"
        for word in strings(call.args[0])
    }

    assert drawn - shown == set()


def test_a_word_that_all_templates_know_is_used_by_some() -> None:
    app, plain = Flask("pages"), Flask("plain")
    install(app)
    used = set().union(*(used_names(parsed(source)) for source in sources()))

    assert set(app.jinja_env.globals) - set(plain.jinja_env.globals) - used == set()


def test_every_class_of_a_page_has_a_rule() -> None:
    assert {asked for asked in ASKED_FOR if not any(fits(asked, ruled) for ruled in WITH_A_RULE)} == set()


def test_every_rule_has_a_page_that_asks_for_its_class() -> None:
    assert {ruled for ruled in WITH_A_RULE if not any(fits(asked, ruled) for asked in ASKED_FOR)} == set()


def test_what_is_left_over_is_found() -> None:
    imports = '{% from "x.html" import used, left %}{{ used() }}'
    macro = '{% macro m(a, b="") %}<p class="{{ a }}">{% endmacro %}'

    assert unused_imports(imports) == {"left"}
    assert unused_parameters(macro) == {"m(b)"}


def test_classes_are_found_where_parts_of_them_are_chosen() -> None:
    element = '<p class="a{% if x %} b{% endif %} c-{{ n }} {{ kind }}">'
    call = '{{ press(to, "words", "d e" if x else "f") }}'

    assert classes_asked_for(element + call) == {"a", "b", f"c-{GIVEN}", "d", "e", "f"}
    assert fits(f"c-{GIVEN}", "c-1")
    assert classes_with_a_rule("/* .no */ .a.b > .c:hover { margin: .5rem; src: url(x.woff2); }") == {
        "a",
        "b",
        "c",
    }
