"""Our own modules taken apart once for all tests that look at them: it takes the longest."""

import ast
from functools import cache


@cache
def nodes_of(source: str) -> tuple[ast.AST, ...]:
    """Return every part of a module."""
    return tuple(ast.walk(ast.parse(source)))
