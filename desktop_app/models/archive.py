"""A zip file in exactly one form: what this module would not have written, it does not read.

Each member has one header in front of it and one in the directory; nothing lies between, before or after
them. So there are no duplicates, overlaps, links, folders, comments or bytes that one reader sees and another
does not.
"""

import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

STORED, DEFLATED = 0, 8
MAGIC = b"PK\x03\x04"
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION, _FLAGS, _TIME, _DATE = 20, 0, 0, 0x21  # 1 January 1980, the first day a zip file knows
_NAME = re.compile(rb"[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)+")
_SMALL = 32 * 2**20  # below this a high ratio does no harm
_MOST_RATIO = 200


class BadArchiveError(ValueError):
    """These bytes are not an archive in our form; *member* is the one at fault, where it is one."""

    def __init__(self, reason: str, member: str = "") -> None:
        super().__init__(reason)
        self.member = member


class TooBigError(BadArchiveError):
    """Unpacked, the archive would be larger than allowed."""

    def __init__(self, size: int) -> None:
        super().__init__(f"unpacks to {size} bytes")
        self.size = size


class _Entry(NamedTuple):
    """One member, as its headers describe it."""

    name: bytes
    method: int
    check: int  # CRC-32 of the content
    packed: int
    size: int

    def local(self) -> bytes:
        """Return the header that stands in front of the member."""
        sizes = (self.check, self.packed, self.size, len(self.name), 0)
        return _LOCAL.pack(MAGIC, _VERSION, _FLAGS, self.method, _TIME, _DATE, *sizes) + self.name

    def central(self, offset: int) -> bytes:
        """Return the line of the directory that points to the member at *offset*."""
        when = (_VERSION, _VERSION, _FLAGS, self.method, _TIME, _DATE)
        sizes = (self.check, self.packed, self.size, len(self.name))
        return _CENTRAL.pack(b"PK\x01\x02", *when, *sizes, 0, 0, 0, 0, 0, offset) + self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much an archive may hold."""

    members: int
    total: int  # bytes of all members, unpacked


def write_archive(members: Mapping[str, bytes | memoryview], *, deflate: bool = False) -> bytes:
    """Return the members, in their order, as one archive; the same members give the same bytes."""
    parts: list[bytes | memoryview] = []
    directory: list[bytes] = []
    offset = 0
    for name, content in members.items():
        packed = _deflated(content) if deflate else content
        method = DEFLATED if deflate else STORED
        entry = _Entry(name.encode("ascii"), method, zlib.crc32(content), len(packed), len(content))
        parts += [entry.local(), packed]
        directory.append(entry.central(offset))
        offset += _LOCAL.size + len(entry.name) + len(packed)
    lines = b"".join(directory)
    return b"".join([*parts, lines, _end(len(directory), len(lines), offset)])


def read_archive(data: memoryview, limits: Limits, *, deflate: bool = False) -> dict[str, memoryview]:
    """Return the content of each member by its name, in their order.

    Raises BadArchiveError where the bytes are not what write_archive() would have written, TooBigError over
    the limits.
    """
    entries = list(_entries(data, limits.members))
    total = sum(entry.size for entry, _ in entries)
    packed = sum(entry.packed for entry, _ in entries)
    if total > limits.total or total > max(_SMALL, _MOST_RATIO * packed):
        raise TooBigError(total)
    members: dict[str, memoryview] = {}
    for entry, offset in entries:
        if entry.method != (DEFLATED if deflate else STORED):
            raise BadArchiveError("a member is packed in another way")
        members[entry.name.decode("ascii")] = _content(entry, data[offset : offset + entry.packed])
    if len(members) != len(entries):
        raise BadArchiveError("two members have one name")
    return members


def first_name(data: memoryview) -> str:
    """Return the name of the first member as its header says it, or "" where there is none."""
    if len(data) < _LOCAL.size or data[:4] != MAGIC:
        return ""
    length = int.from_bytes(data[26:28], "little")
    return bytes(data[_LOCAL.size : _LOCAL.size + length]).decode("ascii", "replace")


def _entries(data: memoryview, most: int) -> Iterator[tuple[_Entry, int]]:
    """Yield each member with the place where its content begins."""
    count, start = _directory(data)
    if count > most:
        raise BadArchiveError(f"{count} members")
    place, offset = start, 0
    for _ in range(count):
        entry = _entry(data, place)
        line = entry.central(offset)
        content = offset + _LOCAL.size + len(entry.name)
        if data[place : place + len(line)] != line or data[offset:content] != entry.local():
            raise BadArchiveError("a header is not in our form")
        yield entry, content
        place, offset = place + len(line), content + entry.packed
    if offset != start or place != len(data) - _END.size:
        raise BadArchiveError("there are bytes that belong to no member")


def _directory(data: memoryview) -> tuple[int, int]:
    """Return how many members there are and where their directory begins."""
    if len(data) < _END.size:
        raise BadArchiveError("too short")
    end = bytes(data[-_END.size :])
    _, _, _, count, _, size, start, _ = _END.unpack(end)
    if end != _end(count, size, start) or start + size != len(data) - _END.size:
        raise BadArchiveError("the end of the directory is not where it belongs")
    return count, start


def _entry(data: memoryview, place: int) -> _Entry:
    if len(data) - place < _CENTRAL.size:
        raise BadArchiveError("the directory is cut off")
    fields = _CENTRAL.unpack_from(data, place)
    method, check, packed, size, length = fields[4], fields[7], fields[8], fields[9], fields[10]
    name = bytes(data[place + _CENTRAL.size : place + _CENTRAL.size + length])
    if method not in (STORED, DEFLATED) or not _NAME.fullmatch(name):
        raise BadArchiveError("a member has a name or a packing that is not ours")
    return _Entry(name, method, check, packed, size)


def _content(entry: _Entry, packed: memoryview) -> memoryview:
    content = packed if entry.method == STORED else _inflated(entry, packed)
    if len(content) != entry.size or zlib.crc32(content) != entry.check:
        raise BadArchiveError("a member is not what its header says", entry.name.decode("ascii"))
    return content


def _inflated(entry: _Entry, packed: memoryview) -> memoryview:
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = unpacker.decompress(packed, entry.size + 1)  # one more, to notice that there is more
    except zlib.error as error:
        raise BadArchiveError("a member cannot be unpacked") from error
    if not unpacker.eof or unpacker.unused_data or unpacker.unconsumed_tail:
        raise BadArchiveError("a member is longer or shorter than its header says")
    return memoryview(content)


def _deflated(content: bytes | memoryview) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()


def _end(count: int, size: int, start: int) -> bytes:
    return _END.pack(b"PK\x05\x06", 0, 0, count, count, size, start, 0)
