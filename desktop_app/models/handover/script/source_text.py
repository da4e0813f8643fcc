"""Statements cut out of a module's text, without what a script does not need: types, and some methods."""

import ast
import io
import re
import tokenize
from collections.abc import Callable, Iterable, Iterator, Mapping

_NOT_CARRIED = re.compile(r"[ ]*#[ ](?:noqa|type:).*$", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n{4,}")


def edited(text: str, nodes: Iterable[ast.stmt], is_needless: Callable[[ast.AST], bool]) -> str:
    """Return the text of some statements without types, and without the methods that are needless."""
    whole = _Bytes(text)
    parts = []
    for node in nodes:
        first, last = _span(node, whole)
        cuts = sorted(_cuts(node, whole, is_needless))
        piece, at = b"", first
        for start, end, instead in cuts:
            if start >= at:
                piece, at = piece + whole.data[at:start] + instead, end
        parts.append((first, isinstance(node, ast.ClassDef | ast.FunctionDef), piece + whole.data[at:last]))
    texts = [("\n\n" if is_long else "") + piece.decode() for _first, is_long, piece in sorted(parts)]
    return _BLANK_LINES.sub("\n\n\n", _NOT_CARRIED.sub("", "\n".join(texts)))


def with_names(text: str, names: Mapping[str, str]) -> str:
    """Return the text with other names, where they are not those of attributes."""
    changed = {name: other for name, other in names.items() if name != other}
    if not changed:
        return text
    whole, before = _Bytes(text), ""
    lines = text.splitlines()
    cuts = []
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.NAME and token.string in changed and before != ".":
            line, column = token.start
            start = whole.place(line, len(lines[line - 1][:column].encode()))
            cuts.append((start, start + len(token.string.encode()), changed[token.string].encode()))
        before = token.string
    piece, at = b"", 0
    for start, end, instead in cuts:
        piece, at = piece + whole.data[at:start] + instead, end
    return (piece + whole.data[at:]).decode()


class _Bytes:
    """The text of a module by lines and columns, as a syntax tree counts them."""

    def __init__(self, text: str) -> None:
        self.data = text.encode()
        lines = self.data.splitlines(keepends=True)
        self._starts = [0]
        for line in lines:
            self._starts.append(self._starts[-1] + len(line))

    def place(self, line: int, column: int = 0) -> int:
        """Return how many bytes stand before a line, from 1, and a column."""
        return self._starts[line - 1] + column


def _span(node: ast.stmt, whole: _Bytes) -> tuple[int, int]:
    """Return where a statement begins, with what decorates it, and where its last line ends."""
    first = min([node.lineno, *(one.lineno for one in getattr(node, "decorator_list", ()))])
    return whole.place(first), whole.place((node.end_lineno or 0) + 1) - 1


def _cuts(
    node: ast.stmt, whole: _Bytes, is_needless: Callable[[ast.AST], bool]
) -> Iterator[tuple[int, int, bytes]]:
    """Yield what is left out of a statement, and what stands there instead."""
    if isinstance(node, ast.ClassDef):
        for part in node.body:
            if is_needless(part):
                yield (*_span(part, whole), b"")
    are_fields = isinstance(node, ast.ClassDef) and bool(node.decorator_list)
    fields = {id(part) for part in node.body} if isinstance(node, ast.ClassDef) and are_fields else set()
    for one in ast.walk(node):
        match one:
            case ast.arg(annotation=ast.expr() as type_):
                name, end = (
                    whole.place(one.lineno, one.col_offset) + len(one.arg.encode()),
                    _end(type_, whole),
                )
                has_default = whole.data[end : end + 3] == b" = "
                yield (name, end + 3, b"=") if has_default else (name, end, b"")
            case ast.FunctionDef(returns=ast.expr() as type_):
                arrow = whole.data.rindex(b"->", 0, _start(type_, whole))
                yield arrow - 1, _end(type_, whole), b""
            case ast.AnnAssign(annotation=type_):
                name = _end(one.target, whole)
                yield name, _end(type_, whole), b": Any" if id(one) in fields else b""


def _start(node: ast.expr, whole: _Bytes) -> int:
    return whole.place(node.lineno, node.col_offset)


def _end(node: ast.expr, whole: _Bytes) -> int:
    return whole.place(node.end_lineno or 0, node.end_col_offset or 0)
