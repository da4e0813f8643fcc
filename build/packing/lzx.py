"""The compression of Windows' cabinets that packs best, LZX, which no tool of Linux writes.

Where the repeats are is found by zstd, whose library tells them; this writes them down in the form of LZX.
Source: Microsoft's "Cabinet format" and "LZX data compression format"; read again by libgcab in the tests.
"""

import ctypes
import ctypes.util
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from packing.prefix_codes import Field, codes, lengths, told

Numbers = npt.NDArray[np.int64]

WINDOW_BITS = 21
FRAME = 32768  # bytes after which the stream begins at a whole word, as the cabinet cuts it there
BLOCK = 8 * FRAME  # bytes that share their codes
SEGMENT = 256 * BLOCK  # bytes that are searched for repeats at once
FARTHEST = 2**WINDOW_BITS - 3
LONGEST, SHORTEST = 257, 2
LONGEST_CODE = 16
LETTERS, LENGTHS = 256, 249
EXTRA = np.array([0, 0, 0, 0, *(bits for bits in range(1, 17) for _ in (0, 1)), *[17] * 14], dtype=np.int64)
FIRST = np.concatenate(([0], np.cumsum(1 << EXTRA)[:-1]))  # the least distance of each slot
SYMBOLS = LETTERS + 8 * len(EXTRA)
ALIGNED_BLOCK = 2


@dataclass(slots=True)
class Codes:
    """What one block knows of the one before: the lengths of its codes."""

    main: Numbers = field(default_factory=lambda: np.zeros(SYMBOLS, dtype=np.int64))
    length: Numbers = field(default_factory=lambda: np.zeros(LENGTHS, dtype=np.int64))


@dataclass(frozen=True, slots=True)
class Repeats:
    """Where something is repeated, in order: from which byte on, how many, and from how far back."""

    start: Numbers
    length: Numbers
    slot: Numbers
    rest: Numbers


def packed(data: bytes, level: int) -> Iterator[bytes]:
    """Yield each frame of 32 kB packed, at a level of zstd (1 to 22); raises OSError without its library."""
    known, latest = Codes(), (1, 1)
    for begin in range(0, len(data), SEGMENT):
        segment = data[begin : begin + SEGMENT]
        repeats, latest = _in_slots(*_found(segment, level), latest)
        letters = np.frombuffer(segment, dtype=np.uint8)
        for start in range(0, len(segment), BLOCK):
            end = min(start + BLOCK, len(segment))
            low, high = np.searchsorted(repeats.start, [start, end])
            inside = Repeats(
                repeats.start[low:high] - start,
                repeats.length[low:high],
                repeats.slot[low:high],
                repeats.rest[low:high],
            )
            yield from _block(letters[start:end], inside, known, is_first=begin + start == 0)


def _found(segment: bytes, level: int) -> tuple[Numbers, Numbers, Numbers]:
    """Return start, length and distance of every repeat, none of them over the end of a frame."""
    raw = _sequences(segment, level).astype(np.int64)
    distance, letters, length = raw[:, 0], raw[:, 1], raw[:, 2]
    start = np.cumsum(letters + length) - length
    good = (length >= SHORTEST) & (distance <= FARTHEST)
    start, length, distance = start[good], length[good], distance[good]
    start, length, distance = _cut_at(start, length, distance, (start // FRAME + 1) * FRAME - start, FRAME)
    start, length, distance = _cut_at(start, length, distance, np.full(len(start), LONGEST), LONGEST)
    good = length >= SHORTEST
    return start[good], length[good], distance[good]


def _cut_at(
    start: Numbers, length: Numbers, distance: Numbers, first: Numbers, most: int
) -> tuple[Numbers, Numbers, Numbers]:
    """Cut repeats into pieces of at most *most* bytes, the first of at most *first*."""
    pieces = 1 + np.maximum(0, -(-(length - first) // most))
    of = np.repeat(np.arange(len(start)), pieces)
    number = np.arange(len(of)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    begin = np.where(number == 0, 0, first[of] + (number - 1) * most)
    end = np.minimum(first[of] + number * most, length[of])
    return start[of] + begin, end - begin, distance[of]


def _in_slots(
    start: Numbers, length: Numbers, distance: Numbers, latest: tuple[int, int]
) -> tuple[Repeats, tuple[int, int]]:
    """Name each distance by its slot: the last one used is 0, the other one before it is 1."""
    runs = np.concatenate((latest, distance))
    begins = np.concatenate(([True, True], runs[2:] != runs[1:-1]))
    others = runs[begins]  # each run once; the first two stand for what was before
    index = np.cumsum(begins)[2:] - 1
    is_new = begins[2:]
    before = others[np.maximum(index - 2, 0)]
    formed = distance + 2
    slot = np.searchsorted(FIRST, formed, side="right") - 1
    slot = np.where(is_new, np.where(before == distance, 1, slot), 0)
    rest = np.where(slot < 3, 0, formed - FIRST[slot])
    return Repeats(start, length, slot, rest), (int(others[-2]), int(others[-1]))


def _block(
    letters: npt.NDArray[np.uint8], repeats: Repeats, known: Codes, *, is_first: bool
) -> Iterator[bytes]:
    """Yield the packed frames of one block, with codes of its own."""
    edges = np.zeros(len(letters) + 1, dtype=np.int64)
    np.add.at(edges, repeats.start + 1, 1)
    np.add.at(edges, repeats.start + repeats.length, -1)
    place = np.flatnonzero(np.cumsum(edges)[:-1] == 0)  # of everything that is written
    at = np.searchsorted(place, repeats.start)
    header = np.minimum(repeats.length - 2, 7)
    symbol = letters[place].astype(np.int64)
    symbol[at] = LETTERS + repeats.slot * 8 + header
    is_long = header == 7
    extra, is_aligned = EXTRA[repeats.slot], EXTRA[repeats.slot] >= 3

    main = lengths(np.bincount(symbol, minlength=SYMBOLS), LONGEST_CODE)
    length = lengths(np.bincount(repeats.length[is_long] - 9, minlength=LENGTHS), LONGEST_CODE)
    aligned = lengths(np.bincount(repeats.rest[is_aligned] & 7, minlength=8) + 1, 7)
    head = _head(len(letters), known, (main, length, aligned), is_first=is_first)

    word, bits = codes(main)[symbol], main[symbol]
    tail, tail_bits = np.zeros_like(word), np.zeros_like(bits)
    longer = at[is_long]
    which = repeats.length[is_long] - 9
    word[longer] = word[longer] << length[which] | codes(length)[which]
    bits[longer] += length[which]
    low = repeats.rest & 7
    tail[at] = np.where(is_aligned, (repeats.rest >> 3) << aligned[low] | codes(aligned)[low], repeats.rest)
    tail_bits[at] = np.where(is_aligned, extra - 3 + aligned[low], extra)
    yield from _frames(head, place // FRAME, (word, tail), (bits, tail_bits))


def _head(size: int, known: Codes, new: tuple[Numbers, Numbers, Numbers], *, is_first: bool) -> list[Field]:
    """Return the fields before a block: its kind, its size and the lengths of its codes, as differences."""
    main, length, aligned = new
    fields: list[Field] = [(0, 1)] if is_first else []  # that calls in programs are left as they are
    fields += [(ALIGNED_BLOCK, 3), (size >> 16, 8), (size & 0xFFFF, 16)]
    fields += [(int(bits), 3) for bits in aligned]
    fields += told(main[:LETTERS], known.main[:LETTERS])
    fields += told(main[LETTERS:], known.main[LETTERS:])
    fields += told(length, known.length)
    known.main, known.length = main, length
    return fields


def _frames(
    head: list[Field], frame: Numbers, words: tuple[Numbers, Numbers], bits: tuple[Numbers, Numbers]
) -> Iterator[bytes]:
    """Yield the bits of each frame, in words of 16 whose lower byte comes first."""
    fore = sum(count for _, count in head)
    together = bits[0] + bits[1]
    size = np.bincount(frame, weights=together).astype(np.int64)
    size[0] += fore
    begin = np.concatenate(([0], np.cumsum(-(-size // 16) * 16)))
    inner = np.cumsum(together) - together + fore
    first_of = np.searchsorted(frame, np.arange(len(size)))
    shift = begin[:-1] - inner[first_of]
    shift[0] = 0
    offset = inner + shift[frame]
    stream = np.zeros(int(begin[-1]) // 32 + 3)
    for value, count, at in ((words[0], bits[0], offset), (words[1], bits[1], offset + bits[0])):
        _place(stream, value, count, at)
    heads = np.array(head, dtype=np.int64).reshape(-1, 2)
    _place(stream, heads[:, 0], heads[:, 1], np.cumsum(heads[:, 1]) - heads[:, 1])
    raw = stream.astype(np.uint32).astype(">u4").tobytes()
    whole = np.frombuffer(raw, dtype=">u2").astype("<u2").tobytes()
    for start, end in zip(begin[:-1] // 8, begin[1:] // 8, strict=True):
        yield whole[int(start) : int(end)]


def _place(stream: npt.NDArray[np.float64], value: Numbers, count: Numbers, at: Numbers) -> None:
    """Add values of at most 32 bits to a stream of words of 32; none of them meet, so that sums are exact."""
    wide = value.astype(np.uint64) << (64 - (at & 31) - count).clip(0, 63).astype(np.uint64)
    for part, word in ((wide >> np.uint64(32), at >> 5), (wide & np.uint64(0xFFFFFFFF), (at >> 5) + 1)):
        stream += np.bincount(word, weights=part.astype(np.float64), minlength=len(stream))


def _sequences(segment: bytes, level: int) -> npt.NDArray[np.uint32]:
    """Return what zstd finds: rows of distance, letters before, length and a number of no use here."""
    library = ctypes.CDLL(ctypes.util.find_library("zstd") or "libzstd.so.1")
    library.ZSTD_createCCtx.restype = ctypes.c_void_p
    library.ZSTD_generateSequences.restype = ctypes.c_size_t
    context = ctypes.c_void_p(library.ZSTD_createCCtx())
    try:
        for setting, value in ((100, level), (101, WINDOW_BITS)):
            library.ZSTD_CCtx_setParameter(context, setting, value)
        room = len(segment) // 3 + len(segment) // 1024 + 16
        found = np.empty((room, 4), dtype=np.uint32)
        goal, count = ctypes.c_void_p(found.ctypes.data), ctypes.c_size_t(room)
        wanted = ctypes.c_size_t(len(segment))
        written = library.ZSTD_generateSequences(context, goal, count, segment, wanted)
    finally:
        library.ZSTD_freeCCtx(context)
    if written > room:  # so zstd tells errors
        raise OSError("zstd could not look for repeats.")
    return found[:written].copy()
