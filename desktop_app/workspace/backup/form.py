"""A backup as a file: a tar archive in one form; what this module would not have written, it does not read.

Each member has one header in front of it, zeros up to the next block behind it, and nothing else lies between
them: so there are no links, folders, duplicates, rights, or bytes that one reader sees and another does not.
First comes what the file is, then the rows of the database, then the files by their names, last the sha256 of
each. Members are copied block by block, so memory does not grow with them.
"""

import hashlib
import json
import re
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.record import dataclass

FORMAT = 1  # raise it when an older program could not read, or would misread, what is written
HEAD, ROWS, HASHES = "hunch-backup.json", "rows.jsonl", "sha256.json"
KIND = "hunch-backup"
MAGIC = HEAD.encode()  # with which every backup begins
ID = r"[0-9a-f]{16}"  # as `new_id` makes them
FILES = re.compile(
    rf"tables/{ID}/(table\.json|texts\.parquet|values\.parquet)|sources/{ID}|models/{ID}\.(hunch|tested|coming\.(csv|xlsx|jsonl))"
    rf"|answers/{ID}/(answers\.parquet|source|table\.json|texts\.parquet|values\.parquet)"
)
BLOCK, PIECE = 512, 2**20  # bytes of the form, and that are copied at once
_END = bytes(2 * BLOCK)
_MOST_MEMBERS, _LARGEST_HEAD, _LARGEST_HASHES = 500_000, 4096, 64 * 2**20

Copied = Callable[[int], None]  # is told how many bytes were copied


class BadBackupError(ValueError):
    """These bytes are not a backup in our form; the text says which part is at fault."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a backup says of itself first."""

    created: str  # ISO 8601, UTC
    format: int = FORMAT
    kind: str = KIND
    made_with: str  # version of the program
    schema: int  # version of the tables that its rows are of


class Member(NamedTuple):
    """A part of a backup: where its bytes lie."""

    name: str
    start: int
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a backup holds, found by its headers alone."""

    head: Head
    members: tuple[Member, ...]  # without the list of hashes
    sha256: dict[str, str]

    @property
    def size(self) -> int:
        """How many bytes its files and rows have."""
        return sum(member.size for member in self.members)


class Writer:
    """Writes a backup into an open file, member by member, in the order that the form demands."""

    def __init__(self, out: BinaryIO, head: Head) -> None:
        self._out = out
        self._sha256: dict[str, str] = {}
        self._add_bytes(HEAD, canonical(to_json(head)))

    def add(self, name: str, file: Path, copied: Copied) -> None:
        """Append a file. Raises OSError, and ValueError where its size changes meanwhile."""
        with file.open("rb") as source:
            size = source.seek(0, 2)
            source.seek(0)
            self._out.write(_header(name, size))
            digest = hashlib.sha256()
            for piece in _pieces(source, size):
                digest.update(piece)
                self._out.write(piece)
                copied(len(piece))
        self._out.write(bytes(-size % BLOCK))
        self._sha256[name] = digest.hexdigest()

    def end(self) -> None:
        """Append the list of hashes and the end of the file."""
        self._add_bytes(HASHES, canonical(self._sha256))
        self._out.write(_END)

    def _add_bytes(self, name: str, data: bytes) -> None:
        self._sha256[name] = hashlib.sha256(data).hexdigest()
        self._out.write(_header(name, len(data)) + data + bytes(-len(data) % BLOCK))


def read_contents(file: Path) -> Contents:
    """Return what a backup holds; its files are not read yet. Raises BadBackupError and OSError.

    Of one in a newer format nothing but its head is read.
    """
    with file.open("rb") as source:
        length = source.seek(0, 2)
        head, sealed = _read_head(source)
        if head.format > FORMAT:
            return Contents(head=head, members=(), sha256={})
        members = list(_members(source, length))
        last = members[-1]
        if last.name != HASHES or last.size > _LARGEST_HASHES:
            raise BadBackupError(HASHES)
        _check_names([member.name for member in members[1:-1]])
        hashes = _json(_bytes_of(source, last), HASHES)
    if not isinstance(hashes, dict) or list(hashes) != sorted(member.name for member in members[:-1]):
        raise BadBackupError(HASHES)
    if hashes[HEAD] != hashlib.sha256(sealed).hexdigest():
        raise BadBackupError(HEAD)
    return Contents(head=head, members=tuple(members[1:-1]), sha256=hashes)


def _read_head(source: BinaryIO) -> tuple[Head, bytes]:
    """Return what a backup says of itself, and the bytes of it."""
    source.seek(0)
    name, size = _understood(source.read(BLOCK))
    if name != HEAD or size > _LARGEST_HEAD:
        raise BadBackupError(HEAD)
    data = source.read(size)
    return _head(data), data


def unpack(source: BinaryIO, member: Member, sha256: str, out: Path, copied: Copied) -> None:
    """Write a member to a new file, for this user only. Raises BadBackupError where it was changed."""
    digest = hashlib.sha256()
    source.seek(member.start)
    with out.open("xb") as file:
        out.chmod(0o600)
        for piece in _pieces(source, member.size):
            digest.update(piece)
            file.write(piece)
            copied(len(piece))
    if digest.hexdigest() != sha256:
        raise BadBackupError(member.name)


def canonical(facts: Any) -> bytes:
    """Return JSON in the one form in which it is written and read."""
    text = json.dumps(facts, allow_nan=False, ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    return text.encode("ascii")


def _members(source: BinaryIO, length: int) -> Iterator[Member]:
    """Yield the members up to the end, which must be the end of the file."""
    position = 0
    for _count in range(_MOST_MEMBERS):
        source.seek(position)
        raw = source.read(BLOCK)
        if raw == _END[:BLOCK]:
            break
        name, size = _understood(raw)
        start = position + BLOCK
        position = start + size + -size % BLOCK
        if position + len(_END) > length:
            raise BadBackupError("length")
        source.seek(start + size)
        if any(source.read(-size % BLOCK)):
            raise BadBackupError("padding")
        yield Member(name, start, size)
    else:
        raise BadBackupError("number of members")
    source.seek(position)
    if position == 0 or source.read(len(_END) + 1) != _END:
        raise BadBackupError("end")


def _header(name: str, size: int) -> bytes:
    member = tarfile.TarInfo(name)
    member.size, member.mode = size, 0o600
    header = member.tobuf(tarfile.GNU_FORMAT)
    if len(header) != BLOCK:  # a long name would stand in a member of its own
        raise BadBackupError("name")
    return header


def _understood(raw: bytes) -> tuple[str, int]:
    """Return the name and the size that a header says, once it is the one that we would have written."""
    try:
        member = tarfile.TarInfo.frombuf(raw, "ascii", "strict")
        if member.size < 0 or _header(member.name, member.size) != raw:
            raise BadBackupError("header")
    except (tarfile.TarError, ValueError, OverflowError) as error:
        raise BadBackupError("header") from error
    return member.name, member.size


def _head(data: bytes) -> Head:
    """Return what a backup says of itself; of one by a newer program only its format can be relied on."""
    facts = _json(data, HEAD)
    if not isinstance(facts, dict) or facts.get("kind") != KIND or type(facts.get("format")) is not int:
        raise BadBackupError(HEAD)
    if facts["format"] > FORMAT:
        return Head(created="", format=facts["format"], made_with="", schema=0)
    try:
        head = from_json(Head, facts)
    except (TypeError, ValueError) as error:
        raise BadBackupError(HEAD) from error
    if canonical(to_json(head)) != data or min(head.format, head.schema) < 1:
        raise BadBackupError(HEAD)
    return head


def _check_names(names: list[str]) -> None:
    """Raise BadBackupError where there is another name than we give, one twice, or one out of its order."""
    if names[:1] != [ROWS] or names[1:] != sorted(set(names[1:])):
        raise BadBackupError("order")
    if not all(map(FILES.fullmatch, names[1:])):
        raise BadBackupError("name")


def _json(data: bytes, member: str) -> Any:
    try:
        facts = json.loads(data)
        if canonical(facts) != data:
            raise BadBackupError(member)
    except (ValueError, RecursionError) as error:
        raise BadBackupError(member) from error
    return facts


def _bytes_of(source: BinaryIO, member: Member) -> bytes:
    source.seek(member.start)
    return source.read(member.size)


def _pieces(source: BinaryIO, size: int) -> Iterator[bytes]:
    while size:
        piece = source.read(min(PIECE, size))
        if not piece:
            raise ValueError("the file became shorter")
        size -= len(piece)
        yield piece
