"""Four checks of source text that no linter has; `test_static_checks.py` shows that each one fires."""

import ast
import re
from collections.abc import Iterator

from tests.unit.syntax import nodes_of

# A pickle can run code when it is read; `Connection.send` and `recv` are pickles too.
PICKLES = {"pickle", "_pickle", "cPickle", "cloudpickle", "dill", "shelve", "joblib", "marshal"}
PICKLED_CALLS = {"read_pickle", "to_pickle", "allow_pickle"}
PIPE = re.compile(r"pipe|connection|conn|ours|theirs", re.IGNORECASE)
SQL = re.compile(r"\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|COPY|ATTACH|PRAGMA)\b")
HTML = re.compile(
    r"\.(innerHTML|outerHTML)\s*\+?=|insertAdjacentHTML\s*\(|document\.write\s*\(|\beval\s*\(|new Function\b"
)


def pickles(source: str) -> Iterator[str]:
    """Yield each line of Python that could read or write a pickle."""
    for node in nodes_of(source):
        match node:
            case ast.Import(names=names) if any(name.name.partition(".")[0] in PICKLES for name in names):
                yield f"line {node.lineno}: import of {names[0].name}"
            case ast.ImportFrom(module=str(module)) if module.partition(".")[0] in PICKLES:
                yield f"line {node.lineno}: import from {module}"
            case ast.Call(func=ast.Attribute(attr="send" | "recv", value=value)) if PIPE.search(
                ast.unparse(value)
            ):
                yield f"line {node.lineno}: {ast.unparse(node.func)} pickles"
            case ast.Attribute(attr=attr) if attr in PICKLED_CALLS:
                yield f"line {node.lineno}: {attr}"
            case ast.keyword(arg="allow_pickle", value=ast.Constant(value=True)):
                yield f"line {node.value.lineno}: allow_pickle"


def logged_words(source: str) -> Iterator[str]:
    """Yield each line of Python that writes the words of an exception down: they can hold a cell."""
    for node in nodes_of(source):
        match node:
            case ast.Call(func=ast.Attribute(attr="exception", value=ast.Name(id="log" | "logging"))):
                yield f"line {node.lineno}: {ast.unparse(node.func)}"
            case ast.keyword(arg="exc_info"):
                yield f"line {node.value.lineno}: exc_info"
            case ast.Attribute(attr="format_exc" | "format_exception" | "print_exc" | "print_exception"):
                yield f"line {node.lineno}: {node.attr}"


def made_up_sql(source: str) -> Iterator[str]:
    """Yield each SQL statement put together from values, unless its line says why that is safe."""
    lines = source.splitlines()
    for node in nodes_of(source):
        if isinstance(node, ast.expr) and _is_made_up(node) and SQL.search(ast.unparse(node)):
            text = "\n".join(lines[node.lineno - 1 : node.end_lineno or node.lineno])
            if "noqa: S608 - " not in text:
                yield f"line {node.lineno}: {text.strip()[:60]}"


def _is_made_up(node: ast.expr) -> bool:
    match node:
        case ast.JoinedStr(values=values):
            return any(isinstance(value, ast.FormattedValue) for value in values)
        case ast.BinOp(op=ast.Mod(), left=ast.Constant(value=str())):
            return True
        case ast.BinOp(op=ast.Add(), left=left, right=right):
            return any(
                isinstance(side, ast.Constant) and isinstance(side.value, str) for side in (left, right)
            )
        case ast.Call(func=ast.Attribute(attr="format", value=ast.Constant(value=str()))):
            return True
    return False


def made_up_html(source: str) -> Iterator[str]:
    """Yield each line of JavaScript that would read text as HTML or as a program."""
    for number, line in enumerate(source.splitlines(), start=1):
        if HTML.search(line):
            yield f"line {number}: {line.strip()[:60]}"
