"""Backups as somebody would craft them: any members, any headers, hashes that fit or do not."""

import hashlib
import json
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop_app.workspace.backup.form import BLOCK, HASHES, HEAD, ROWS, canonical

Members = list[tuple[str, bytes]]  # name and content, in their order
Edit = Callable[[Members], Members]
Row = dict[str, Any]


def members_of(file: Path) -> Members:
    """Return what a backup holds, but its hashes."""
    with tarfile.open(file) as archive:
        return [
            (member.name, held.read())
            for member in archive.getmembers()
            if member.name != HASHES and (held := archive.extractfile(member))
        ]


def packed(members: Members, *, headers: Callable[[tarfile.TarInfo], None] = lambda _one: None) -> bytes:
    """Return an archive with hashes that fit; *headers* may change each header but that of the hashes."""
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in members}
    parts = []
    for name, data in [*members, (HASHES, canonical(hashes))]:
        header = tarfile.TarInfo(name)
        header.size, header.mode = len(data), 0o600
        if name != HASHES:
            headers(header)
        parts.append(header.tobuf(tarfile.GNU_FORMAT) + data + bytes(-len(data) % BLOCK))
    return b"".join(parts) + bytes(2 * BLOCK)


def with_rows(edit: Callable[[str, Row], Row]) -> Edit:
    """Return what changes every row of a backup: *edit* is given its table and its values by column."""

    def edited(members: Members) -> Members:
        lines, table, names = [], "", []
        for text in dict(members)[ROWS].splitlines():
            line = json.loads(text)
            if isinstance(line, dict):
                table, names = line["table"], line["columns"]
            else:
                line = list(edit(table, dict(zip(names, line, strict=True))).values())
            lines.append(json.dumps(line).encode())
        return replaced(members, ROWS, b"\n".join(lines) + b"\n")

    return edited


def in_row(table: str, column: str, value: object) -> Edit:
    """Return what sets a column of every row of one table."""
    return with_rows(lambda one, row: row | {column: value} if one == table else row)


def in_head(**facts: object) -> Edit:
    """Return what changes what a backup says of itself."""

    def edited(members: Members) -> Members:
        return replaced(members, HEAD, canonical(json.loads(dict(members)[HEAD]) | facts))

    return edited


def replaced(members: Members, name: str, data: bytes) -> Members:
    """Return members of which one has another content."""
    return [(one, data if one == name else held) for one, held in members]


def added(name: str, data: bytes = b"x") -> Edit:
    """Return what adds a member where it belongs by its name."""
    return lambda members: [*members[:2], *sorted([*members[2:], (name, data)])]
