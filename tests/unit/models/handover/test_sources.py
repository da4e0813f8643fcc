"""What a script carries of the engine is whole, is said once, and is the engine's own text."""

import ast
import inspect

from desktop_app.engine.features.numbers import Numbers
from desktop_app.models.handover.script.sources import carried
from desktop_app.paths import bundled

PREPARATION = {"desktop_app.engine.features.preparation": ("Preparation",)}
BESIDE = "Preparation.learn(a, b, c).features(d, e)\nMOST_LEVELS = 7"


def defined(text: str) -> list[str]:
    body = ast.parse(text).body
    return [node.name for node in body if isinstance(node, ast.ClassDef | ast.FunctionDef)]


def test_all_that_is_needed_comes_along_in_an_order_that_runs() -> None:
    found = carried(PREPARATION, BESIDE)

    whole = "\n".join([*found.imports, "from typing import Any", *found.texts.values()])
    names: dict[str, object] = {}
    exec(compile(whole, "carried", "exec"), names)  # noqa: S102 - the engine's own text
    assert {"Preparation", "Numbers", "Dates", "Categories", "Means", "Words"} <= names.keys()
    assert names["MOST_LEVELS_of_categories"] == 1_000


def test_nothing_is_said_twice() -> None:
    roots = PREPARATION | {
        "desktop_app.engine.kinds.kernel": ("Kernel",),
        "desktop_app.engine.kinds.rule": ("OneRule",),
        "desktop_app.engine.kinds.network": ("Network",),
    }

    text = "\n".join(carried(roots, BESIDE + "\nKernel().fit").texts.values())

    names = defined(text)
    assert len(names) == len(set(names))


def test_methods_that_nothing_calls_and_types_stay_behind() -> None:
    text = carried(PREPARATION, BESIDE).texts["desktop_app.engine.features.numbers"]

    assert "def for_lines(self, numbers):" in text
    assert "def named" in inspect.getsource(Numbers)
    assert "def named" not in text
    assert "Floats" not in text
    assert "centers: Any  # (columns,)" in text


def test_the_same_is_carried_each_time() -> None:
    assert carried(PREPARATION, BESIDE) == carried(PREPARATION, BESIDE)


def test_what_is_carried_is_shipped_with_the_frozen_program() -> None:
    spec = bundled("spec", "hunch.spec").read_text(encoding="utf-8")
    roots = {**PREPARATION, "desktop_app.tables.names": ("told_apart",)}

    modules = carried(roots, BESIDE).texts.keys()

    shipped = ("desktop_app.engine.", "desktop_app.tables.names")
    assert [module for module in modules if not module.startswith(shipped)] == []
    assert '"desktop_app" / "engine").rglob("*.py")' in spec
    assert '"desktop_app" / "tables" / "names.py"' in spec
