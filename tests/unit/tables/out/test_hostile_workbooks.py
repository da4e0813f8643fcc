"""A workbook that was tampered with is given back whole, or a new one is written; it harms nothing."""

import random
import warnings
import zipfile
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from desktop_app.errors import AppError
from desktop_app.tables.out.delivering import deliver
from tests.unit.tables.one_database import in_one_database
from tests.unit.tables.opening import Opener
from tests.unit.tables.out.full_book import full_book
from tests.unit.tables.out.giving_back import MAIN, ROWS, Giver, packed

TAMPERED = 12  # workbooks for each seed; `--scale` multiplies them
PIECES = (
    *(b"<row>", b"</row>", b"<c/>", b'<c r="C2"><v>1</v></c>', b"<x:c/>", b"</sheetData>"),
    *(b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<?a", b"?>", b"<!DOCTYPE a>"),
    *(b"&amp;", b"&b;", b'"', b"'", b"<", b">", b"/", b' r="A1"', b' r="9"', b"\xff", b"\0"),
)


def tampered(book: bytes, chance: random.Random) -> bytes:
    """Return a package in which one part has a few bytes more, fewer, or others."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(book)) as before, zipfile.ZipFile(out, "w") as after:
        names = [name for name in before.namelist() if name.endswith((".xml", ".rels"))]
        chosen = chance.choice(["xl/worksheets/sheet1.xml", chance.choice(names)])
        for name in before.namelist():
            content = before.read(name)
            if name == chosen:
                for _time in range(chance.randint(1, 3)):
                    place = chance.randrange(len(content))
                    end = place + chance.choice((0, 0, 1, 5, 40))
                    content = content[:place] + chance.choice((b"", *PIECES)) + content[end:]
            after.writestr(name, content)
    return out.getvalue()


def opens(path: Path) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            openpyxl.load_workbook(path).close()
        except Exception:  # noqa: BLE001 - whatever it says of a broken file
            return False
    return True


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_comes_back_opens_where_the_original_did(
    give_back: Giver, open_file: Opener, tmp_path: Path, seed: int, scale: float
) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same files each time
    seeds = [full_book(tmp_path / "a.xlsx", as_table=seed == 1).read_bytes(), give_back.sheet().read_bytes()]
    path, out = tmp_path / "tampered.xlsx", tmp_path / "out.xlsx"
    for number in range(round(TAMPERED * scale)):
        path.write_bytes(tampered(seeds[number % 2], chance))
        try:
            answered = give_back.answered(open_file(path), path)
        except AppError:
            continue  # it was not read, so there is nothing to give back
        written = in_one_database(deliver, answered, out)
        assert written.workbook == "new" or opens(out) or not opens(path)


def test_a_part_that_unpacks_to_more_than_it_says_is_not_followed(
    give_back: Giver, open_file: Opener, tmp_path: Path
) -> None:
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{ROWS}</sheetData></worksheet>'
    large = b"<a>" + b" " * 1_000_000 + b"</a>"
    content = packed(sheet, {"customXml/item1.xml": large})
    path = tmp_path / "liar.xlsx"
    path.write_bytes(content.replace(len(large).to_bytes(4, "little"), (100).to_bytes(4, "little")))

    written = deliver(give_back.answered(open_file(path), path), tmp_path / "out.xlsx")

    assert written.why_new is not None
    assert written.why_new.code == "workbook.damaged"


@pytest.mark.parametrize("tail", ["<a>&b;</a>", "<a>", '<a b="1" b="2"/>'])
def test_a_sheet_that_is_no_xml_is_not_given_back(give_back: Giver, tail: str) -> None:
    assert give_back(give_back.sheet(tail=tail)).why == "workbook.damaged"
