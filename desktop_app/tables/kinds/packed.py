"""Files packed by gzip: what is in them, unpacked under a limit."""

import gzip
import zlib
from pathlib import Path

from desktop_app.errors import FileError
from desktop_app.language import _, size
from desktop_app.tables.kinds.archives import LARGE_MEMBER, LARGEST, TIGHTEST
from desktop_app.tables.kinds.signatures import read_head

_GZIP = b"\x1f\x8b\x08"
_PIECE = 1024 * 1024


def is_packed(path: Path, name: str) -> bool:
    """Whether a file is packed by gzip; raises FileError where it cannot be read."""
    return read_head(path, name, len(_GZIP)) == _GZIP


def unpack(path: Path, name: str, goal: Path) -> None:
    """Write to *goal* what is packed in *path*.

    Raises FileError where it is cut off or damaged, or unpacks to more than a table can be: more than 1 GiB,
    or far more than its size would lead to expect.
    """
    limit = min(LARGEST, max(LARGE_MEMBER, TIGHTEST * path.stat().st_size))
    written = 0
    try:
        with gzip.open(path) as packed, goal.open("wb") as file:
            while piece := packed.read(_PIECE):
                written += len(piece)
                if written > limit:
                    more = _("more than {size}").format(size=size(limit))
                    raise FileError("refuse.too_big", file=name, size=more, limit=size(limit))
                file.write(piece)
    except EOFError as error:
        raise FileError("refuse.damaged", file=name, what=_("its end is missing")) from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise FileError("refuse.damaged", file=name, what=_("it cannot be unpacked")) from error
