"""Source text of the engine, as a script carries it that learns as the engine does.

What the script is to hold is named; all that it leans on comes along, and nothing else: methods that nothing
calls stay behind, and so do the types of arguments. So the script cannot say anything that the engine does
not do.
"""

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from desktop_app.models.handover.script.source_text import edited, with_names
from desktop_app.paths import bundled

Names = dict[str, set[str]]  # module -> names that it defines
_PACKAGE = "desktop_app."


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """Statements that import what is needed of other packages, and the text of each module's part."""

    imports: tuple[str, ...]
    texts: dict[str, str]  # module -> text; who is leant on comes first


def carried(roots: Mapping[str, Iterable[str]], beside: str) -> Carried:
    """Return the source of *roots* (module -> names) and of all they need; *beside* is what calls them."""
    attributes = set(_attributes(ast.parse(beside)))
    while True:
        taking = _Taking(attributes=frozenset(attributes))
        for module, names in roots.items():
            for name in names:
                taking.take(module, name)
        found = {name for node in taking.nodes() for name in _attributes(node)}
        if found <= attributes:
            return Carried(imports=tuple(taking.imports()), texts=taking.texts(beside))
        attributes |= found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """A module of ours: its text, what it defines, and where its other names come from."""

    text: str
    defined: dict[str, ast.stmt]
    ours: dict[str, str]  # name -> module
    others: dict[str, str]  # name -> the statement that imports it


@cache
def _source(module: str) -> _Source:
    text = bundled(*module.split(".")).with_suffix(".py").read_text(encoding="utf-8")
    defined: dict[str, ast.stmt] = {}
    ours: dict[str, str] = {}
    others: dict[str, str] = {}
    for node in ast.parse(text).body:
        match node:
            case ast.ImportFrom(module=str(origin), names=names) if origin.startswith(_PACKAGE):
                ours |= {one.asname or one.name: origin for one in names}
            case ast.ImportFrom(module=str(origin), names=names):
                others |= {one.name: f"from {origin} import {one.name}" for one in names}
            case ast.Import(names=names):
                others |= {one.asname or one.name: f"import {_named(one)}" for one in names}
            case _:
                defined |= dict.fromkeys(_defined(node), node)
    return _Source(text=text, defined=defined, ours=ours, others=others)


@dataclass(slots=True, kw_only=True)
class _Taking:
    """What is taken of each module."""

    attributes: frozenset[str]  # that are asked for anywhere
    taken: Names = field(default_factory=dict)

    def take(self, module: str, name: str) -> None:
        """Take a name of a module with all that it needs."""
        names = self.taken.setdefault(module, set())
        if name in names:
            return
        names.add(name)
        source = _source(module)
        for needed in sorted(_names(self._kept(source.defined[name]))):
            if needed in source.defined:
                self.take(module, needed)
            elif needed in source.ours:
                self.take(source.ours[needed], needed)

    @property
    def order(self) -> tuple[str, ...]:
        """The modules, each behind those that it leans on."""
        found: dict[str, None] = {}

        def visit(module: str) -> None:
            for origin in _source(module).ours.values():
                if origin in self.taken and origin not in found:
                    visit(origin)
            found[module] = None

        for module in self.taken:
            visit(module)
        return tuple(found)

    def nodes(self) -> Iterator[ast.AST]:
        """Yield all that was taken."""
        for module, names in self.taken.items():
            yield from (self._kept(_source(module).defined[name]) for name in sorted(names))

    def imports(self) -> Iterator[str]:
        """Yield what must be imported of other packages."""
        needed = {
            _source(module).others[name]
            for module, names in self.taken.items()
            for node in names
            for name in _names(self._kept(_source(module).defined[node]))
            if name in _source(module).others
        }
        yield from sorted(needed)

    def texts(self, beside: str) -> dict[str, str]:
        """Return the text of what was taken; a name that is there *beside* or before gets another one."""
        renamed: dict[tuple[str, str], str] = {}
        known = {name for node in ast.parse(beside).body for name in _defined(node)}
        for module in self.order:
            for name in self.taken[module] & known:
                renamed[module, name] = f"{name}_of_{module.rpartition('.')[2]}"
            known |= self.taken[module]
        return {module: self._text(module, renamed) for module in self.order}

    def _text(self, module: str, renamed: Mapping[tuple[str, str], str]) -> str:
        source = _source(module)
        nodes = {id(node): node for name, node in source.defined.items() if name in self.taken[module]}
        text = edited(source.text, nodes.values(), self._is_needless)
        others = {name: renamed.get((origin, name), name) for name, origin in source.ours.items()}
        own = {name: renamed.get((module, name), name) for name in self.taken[module]}
        return with_names(text, {**others, **own})

    def _kept(self, node: ast.stmt) -> ast.stmt:
        if not isinstance(node, ast.ClassDef):
            return node
        body = [part for part in node.body if not self._is_needless(part)]
        return ast.ClassDef(node.name, node.bases, node.keywords, body, node.decorator_list)

    def _is_needless(self, node: ast.AST) -> bool:
        if not isinstance(node, ast.FunctionDef) or node.name.startswith("__"):
            return False
        return node.name not in self.attributes


def _defined(node: ast.stmt) -> Iterator[str]:
    """Yield the names that a statement at the top of a module gives."""
    match node:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            yield name
        case ast.Assign(targets=targets):
            for target in targets:
                yield from (one.id for one in ast.walk(target) if isinstance(one, ast.Name))
        case ast.AnnAssign(target=ast.Name(id=name)):
            yield name


def _names(node: ast.AST) -> set[str]:
    """Return the names that a node reads, but for those in the types of arguments and fields."""
    types = {id(part) for one in ast.walk(node) for type_ in _types(one) for part in ast.walk(type_)}
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name) and id(one) not in types}


def _attributes(node: ast.AST) -> Iterator[str]:
    yield from (one.attr for one in ast.walk(node) if isinstance(one, ast.Attribute))


def _types(node: ast.AST) -> Iterator[ast.expr]:
    match node:
        case ast.arg(annotation=ast.expr() as type_) | ast.AnnAssign(annotation=type_):
            yield type_
        case ast.FunctionDef(returns=ast.expr() as type_):
            yield type_


def _named(one: ast.alias) -> str:
    return f"{one.name} as {one.asname}" if one.asname else one.name
