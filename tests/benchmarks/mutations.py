"""What chance makes of a small file: damaged, absurd, hostile; the same for the same number."""

import io
import random
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

# How often a kind is damaged: as often as people open it and as much as there is to go wrong in it.
_WEIGHTS = {
    ".csv": 8.0,
    ".xlsx": 6.0,
    ".parquet": 3.0,
    ".json": 1.0,
    ".ndjson": 1.0,
    ".ods": 1.0,
    ".xls": 0.8,
}
_OTHER = 0.25
_TOKENS = (
    b'"',
    b'""',
    b"\0",
    b"\r",
    b"\n",
    b"\r\n",
    b",",
    b";",
    b"\t",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xc3",
    b"\x1a",
    b"=1+1",
    b"1e999",
    b"-0",
    b"NaN",
    b"9" * 400,
    b"0" * 40,
    b"1/2/3",
    b"0000-00-00",
    b"99999-99-99",
    b"31.02.2023",
    b"'" * 9,
    b"{",
    b"[",
    b"]" * 5,
    b"\\u0000",
    b"\\",
    b"<a>",
    b"</row>",
    b"<!ENTITY a 'b'>",
    b"&a;",
    b"A1:XFD1048576",
    b"," * 3000,
    b"x" * 70_000,
    b"\xe2\x80\xae",
    b"sep=;",
    b"PAR1",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"\xf0\x9f\x8d\xa3",
)
_NUMBERS = (
    b"0",
    b"-1",
    b"1",
    b"16384",
    b"16385",
    b"1048577",
    b"4294967296",
    b"99999999999999999999",
    b"1e308",
)
_NAMES = (
    "../../out.xml",
    "/etc/passwd",
    "xl/worksheets/sheet1.xml",
    "content.xml",
    "[Content_Types].xml",
    "a" * 300,
)


def mutated(seed: int, files: list[tuple[str, bytes]]) -> tuple[str, bytes]:
    """Return the file that this number stands for: the same for the same number and files."""
    chance = random.Random(seed)  # noqa: S311 - files to try, not secrets
    kinds = sorted({Path(name).suffix for name, _ in files})
    kind = chance.choices(kinds, [_WEIGHTS.get(kind, _OTHER) for kind in kinds])[0]
    name, content = chance.choice([file for file in files if Path(file[0]).suffix == kind])
    for _ in range(chance.choice((1, 1, 2, 4))):
        if content[:2] == b"PK" and chance.random() < 0.75:
            content = _with_member_changed(chance, content)
        else:
            content = _changed(chance, content)
    if chance.random() < 0.02:
        content = content + chance.choice(files)[1]
    return name, content[: 4 * 1024**2]


def _changed(chance: random.Random, content: bytes) -> bytes:
    ways: tuple[Callable[[random.Random, bytes], bytes], ...] = (
        _flipped,
        _flipped,
        _cut,
        _repeated,
        _inserted,
        _inserted,
        _zeroed,
        _swapped,
        _with_other_number,
    )
    return chance.choice(ways)(chance, content)


def _flipped(chance: random.Random, content: bytes) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 3, 20)) if changed else 0):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _part(chance: random.Random, content: bytes) -> tuple[int, int]:
    start = chance.randrange(len(content) + 1)
    return start, min(len(content), start + chance.choice((1, 8, 100, 2000)))


def _cut(chance: random.Random, content: bytes) -> bytes:
    start, end = _part(chance, content)
    return content[:start] if chance.random() < 0.5 else content[:start] + content[end:]


def _repeated(chance: random.Random, content: bytes) -> bytes:
    start, end = _part(chance, content)
    return content[:start] + content[start:end] * chance.choice((2, 10, 500)) + content[end:]


def _inserted(chance: random.Random, content: bytes) -> bytes:
    start = chance.randrange(len(content) + 1)
    return content[:start] + chance.choice(_TOKENS) + content[start:]


def _zeroed(chance: random.Random, content: bytes) -> bytes:
    start, end = _part(chance, content)
    return content[:start] + b"\0" * (end - start) + content[end:]


def _swapped(chance: random.Random, content: bytes) -> bytes:
    first, middle, last = sorted(chance.randrange(len(content) + 1) for _ in range(3))
    return content[:first] + content[middle:last] + content[first:middle] + content[last:]


def _with_other_number(chance: random.Random, content: bytes) -> bytes:
    """Put another number in the place of one that is written in digits."""
    places = [place for place, byte in enumerate(content) if 48 <= byte <= 57]
    if not places:
        return _inserted(chance, content)
    start = end = chance.choice(places)
    while end < len(content) and 48 <= content[end] <= 57:
        end += 1
    return content[:start] + chance.choice(_NUMBERS) + content[end:]


def _with_member_changed(chance: random.Random, content: bytes) -> bytes:
    """Change, drop, double or rename one member of a zip archive; anything else where it is none any more."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = [(name, archive.read(name)) for name in archive.namelist()]
    except Exception:  # noqa: BLE001 - the archive was damaged on purpose
        return _changed(chance, content)
    if not members:
        return _changed(chance, content)
    place = chance.randrange(len(members))
    name, part = members[place]
    way = chance.random()
    if way < 0.7:
        members[place] = (name, _changed(chance, part))
    elif way < 0.8:
        del members[place]
    elif way < 0.9:
        members.append((chance.choice(_NAMES), part))
    else:
        members[place] = (chance.choice(_NAMES), part)
    packed = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # a name twice is what is wanted
        for name, part in members:
            archive.writestr(zipfile.ZipInfo(name), part)
    return packed.getvalue()
