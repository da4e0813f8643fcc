"""Keeps the languages of the program up to date: each sentence of the sources, its translation, what is read.

python build/languages.py            bring ui/languages/*/LC_MESSAGES/hunch.po up to date and compile it
python build/languages.py --check    only say what is missing; 1 where something is
"""

import ast
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

ROOT = Path(__file__).parents[1]
LANGUAGES = ROOT / "ui" / "languages"
NAME = "LC_MESSAGES/hunch"
_ONE, _TWO = ("_", "mark", "say"), "say_count"
_FORMS = 2  # of a sentence that counts
_WIDTH = 110

Message = str | tuple[str, str]


class Sentences(Catalog):
    """Translations that say nothing of when and by whom: a file is written anew only where a sentence is."""

    def _get_mime_headers(self) -> list[tuple[str, str]]:
        return [
            ("Language", str(self.locale)),
            ("Plural-Forms", self.plural_forms),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]

    mime_headers = property(_get_mime_headers)


def main(arguments: list[str]) -> int:
    """Bring every language up to date, or check it; return 0 when nothing is missing."""
    found = sentences()
    if "--check" not in arguments:
        for path in files():
            refresh(path, found)
    faults = [fault for path in files() for fault in faults_of(path, found)]
    print("\n".join(faults) or "every sentence is there in every language")
    return 1 if faults else 0


def files() -> list[Path]:
    """Return where the translations stand, a file a language."""
    return sorted(LANGUAGES.glob(f"*/{NAME}.po"))


def sentences() -> dict[str, Message]:
    """Return each sentence that a person may read, by its first form."""
    found: dict[str, Message] = {}
    for message in _of_sources():
        first = message if isinstance(message, str) else message[0]
        if isinstance(found.get(first), tuple):
            if isinstance(message, tuple) and message != found[first]:
                raise ValueError(f"two plurals of {first!r}")
            continue
        found[first] = message
    return found


def empty(path: Path) -> Sentences:
    """Return no translations of the language of a .po file."""
    return Sentences(locale=path.parents[1].name, fuzzy=False, header_comment="")


def catalogue_of(path: Path) -> Sentences:
    """Return the translations in a .po file."""
    with path.open("rb") as file:
        read = read_po(file, locale=path.parents[1].name)
    found = empty(path)
    for message in read:
        if message.id:
            found.add(message.id, message.string)
    return found


def compiled(catalogue: Catalog) -> bytes:
    """Return translations as they are read at a start."""
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def refresh(path: Path, found: dict[str, Message]) -> None:
    """Write a language anew: what is not said any more goes, what is new waits for its translation."""
    before, after = catalogue_of(path), empty(path)
    for message in sorted(found.values(), key=lambda one: one if isinstance(one, str) else one[0]):
        after.add(message, _kept(before, message))
    with path.open("wb") as file:
        write_po(file, after, width=_WIDTH, no_location=True)
    path.with_suffix(".mo").write_bytes(compiled(after))


def faults_of(path: Path, found: dict[str, Message]) -> Iterator[str]:
    """Give what a language lacks, and what it holds that is not said any more."""
    language, said = path.parents[1].name, catalogue_of(path)
    for first in found:
        known = said.get(first)
        texts = [] if known is None else [known.string] if isinstance(known.string, str) else known.string
        if not texts or not all(texts):
            yield f"{language}: {first!r} is not translated"
    for known in said:
        first = known.id if isinstance(known.id, str) else known.id[0] if known.id else ""
        if first and first not in found:
            yield f"{language}: {first!r} is not said any more"


def _kept(before: Catalog, message: Message) -> str | tuple[str, ...]:
    known = before.get(message if isinstance(message, str) else message[0])
    text = (known.string if known else "") or ""
    if isinstance(message, str):
        return text if isinstance(text, str) else text[0]
    return (text, "") if isinstance(text, str) else tuple(text)


def _of_sources() -> Iterator[Message]:
    for path in sorted((ROOT / "desktop_app").rglob("*.py")):
        yield from _in_python(ast.parse(path.read_text(encoding="utf-8")))
    for path in sorted((ROOT / "ui" / "templates").rglob("*.html")):
        with path.open("rb") as file:
            options = {"trim_blocks": "true", "lstrip_blocks": "true", "encoding": "utf-8", "silent": "false"}
            for _line, function, told, _comments in babel_extract(file, (*_ONE, _TWO), [], options):
                # Of several arguments only the words count: the first, or both forms.
                first, *others = told if isinstance(told, tuple) else (told,)
                if first and function == _TWO and others and others[0]:
                    yield first, others[0]
                elif first:
                    yield first


def _in_python(tree: ast.AST) -> Iterator[Message]:
    """Give the sentences of a module; two with values that stand side by side are two forms of one."""
    paired: set[int] = set()
    for node in ast.walk(tree):
        pair = _pair(node)
        if pair is not None:
            paired |= {id(part) for part in ast.iter_child_nodes(node)}
            yield pair
        elif isinstance(node, ast.Call) and id(node) not in paired and _name(node) in _ONE:
            text = _text(node.args[0]) if node.args else None
            if text:
                yield text


def _pair(node: ast.AST) -> tuple[str, str] | None:
    if isinstance(node, ast.Call) and _name(node) == _TWO:
        texts = [_text(part) for part in node.args[:2]]
    elif isinstance(node, ast.Call) and _name(node) == "Sentence":
        texts = [_marked(part) for part in node.args[:2]]
    elif isinstance(node, ast.Tuple) and len(node.elts) == _FORMS:
        texts = [text if text and "{" in text else None for text in map(_marked, node.elts)]
    else:
        return None
    one, more = (*texts, None, None)[:_FORMS]
    return (one, more) if one and more else None


def _marked(node: ast.AST) -> str | None:
    return _text(node.args[0]) if isinstance(node, ast.Call) and _name(node) == "mark" and node.args else None


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _text(node: ast.AST) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
