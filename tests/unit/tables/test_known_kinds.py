"""A file is known by its contents, and refused by the name of what it is."""

import gzip
import pickle
import zipfile
from pathlib import Path

import pytest

from desktop_app.errors import FileError
from desktop_app.models.package import MANIFEST, MEMBERS
from desktop_app.tables.kinds.signatures import recognise
from tests.unit.tables.opening import Opener
from tests.unit.tables.refusing import refusal

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def ole(*streams: str) -> bytes:
    """Return the beginning of an OLE file, and its directory."""
    names = [stream.encode("utf-16-le") for stream in streams]
    entries = (name.ljust(64, b"\0") + (len(name) + 2).to_bytes(2, "little") for name in names)
    return OLE.ljust(512, b"\0") + b"".join(entry.ljust(128, b"\0") for entry in entries)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7 and so on", "PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "picture"),
        (gzip.compress(gzip.compress(b"a,b\n1,2\n", mtime=0), mtime=0), "gzip"),
        (b"PARE\x00\x15\x04 and so on PARE", "encrypted Parquet"),
        (b"SQLite format 3\x00 and so on", "database"),
        (b"MZ\x90\x00\x03\x00", "program"),
        (b"\x7fELF\x02\x01\x01\x00", "program"),
        (bytes(range(256)) * 20, "not text"),
        (b"<!DOCTYPE html><html><p>1</p></html>", "web page"),
        (b"<?xml version='1.0'?><rows><row a='1'/></rows>", "XML"),
        (b"<rows><row a='1'/></rows>\n", "XML"),
        (b"ID;PWXL;N;E\nC;Y1;X1;K1\n", "SYLK"),
        (b"-- a dump\nCREATE TABLE `a` (b INT);\nINSERT INTO `a` VALUES (1);\n", "database"),
        (b"% notes\n@RELATION iris\n@DATA\n1,2\n", "ARFF"),
        (gzip.compress(b"data.csv".ljust(257, b"\0") + b"ustar" + b"a,b\n1,2\n" * 1000, mtime=0), "tar"),
        (ole("WordDocument"), "Word"),
        (ole("PowerPoint Document", "Current User"), "presentation"),
        (OLE + b"\x00" * 600 + "Workbook".encode("utf-16-le"), "older Office"),
        (b"x" * 1_500_000 + b"\n1\n", "without columns"),
    ],
)
def test_what_is_no_table_is_refused_with_a_word_for_what_it_is(
    open_file: Opener, content: bytes, kind: str
) -> None:
    error = refusal(open_file, content)

    assert error.code == "refuse.not_table"
    assert kind in error.message


@pytest.mark.parametrize(
    ("content", "format_"),
    [
        ("a,b\n1,2\n".encode("utf-16"), "csv"),
        ("a,b\n1,2\n".encode("utf-16-be"), "csv"),
        ("имя,b\nЖук,2\n".encode("utf-16-le"), "csv"),
        ("a,b\n1,2\n".encode("utf-32"), "csv"),
        ("a,b\n1,2\n".encode("utf-32-be"), "csv"),
        (b"a\tb\x00c\n1\t2\n", "csv"),
        (b"PAR1 and so on PAR1", "parquet"),
        (ole("Root Entry", "Workbook"), "xls"),
        (ole("BOOK"), "xls"),
        (b"\x09\x08\x08\x00\x00\x05\x10\x00", "xls"),
        (b"\xef\xbb\xbf <HTML><body><TABLE border=1><tr><td>1</td></tr></TABLE>", "html"),
        ("<table><tr><td>1</td></tr></table>".encode("utf-16"), "html"),
        (b"<!-- export --><div><table>", "html"),
        (b'[{"a": 1, "b": 2}]', "json"),
        (b'\xef\xbb\xbf{"a": 1}\n{"a": 2}\n', "json"),
        ('[{"a": 1}]'.encode("utf-16-le"), "json"),
        (b"[[1, 2], [3, 4]]", "json"),
        (b'[{"a": 1}, {"a"', "json"),
        (b"[\n\n]", "json"),
        (b'[["a", "b"],' + b"[1, 2]," * 20_000, "json"),
        (b"$FL2@(#) SPSS DATA FILE", "sav"),
        (b"$FL3@(#) SPSS DATA FILE", "sav"),
        (b"ASCII SPSS PORT FILE".ljust(460) + b"SPSSPORT", "por"),
        ("ASCII SPSS PORT FILE".encode("cp037").ljust(464), "por"),
        (b"<stata_dta><header><release>118", "dta"),
        (b"\x72\x02\x01\x00" + b"\x05\x00", "dta"),
        (bytes(12) + bytes.fromhex("c2ea8160b31411cfbd92080009c7318c181f1011"), "sas7bdat"),
        (b"HEADER RECORD*******LIBRARY HEADER RECORD!!!!!!!", "xpt"),
        (b"HEADER RECORD*******LIBV8   HEADER RECORD!!!!!!!", "xpt"),
    ],
)
def test_a_file_is_known_by_its_contents(tmp_path: Path, content: bytes, format_: str) -> None:
    path = tmp_path / "table.dat"
    path.write_bytes(content)

    assert recognise(path, path.name) == format_


@pytest.mark.parametrize("content", [b"PAR1\x00\x15\x04 and so on", b"PAR1\x00\x15\x04 and so on PAR1"])
def test_a_damaged_parquet_file_is_refused_as_that(open_file: Opener, content: bytes) -> None:
    assert refusal(open_file, content).code == "refuse.damaged"


@pytest.mark.parametrize(
    ("member", "content", "kind"),
    [
        ("readme.md", "x", "zip"),
        ("manifest.json", "x", "zip"),
        ("word/document.xml", "x", "Word"),
        ("mimetype", "application/vnd.oasis.opendocument.text", "OpenDocument"),
        ("Index/Document.iwa", "x", "Numbers"),
    ],
)
def test_an_archive_is_named_by_what_is_in_it(tmp_path: Path, member: str, content: str, kind: str) -> None:
    path = tmp_path / "archive.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(member, content)
        if member == "mimetype":
            archive.writestr("content.xml", "x")
        if member == "manifest.json":
            archive.writestr("other.json", "x")

    with pytest.raises(FileError) as refused:
        recognise(path, path.name)

    assert refused.value.code == "refuse.not_table"
    assert kind in refused.value.message


@pytest.mark.parametrize(
    ("members", "format_"),
    [
        ({"xl/workbook.bin": "x", "[Content_Types].xml": "x"}, "xlsb"),
        ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "x"}, "ods"),
        ({"xl/workbook.xml": "x", "[Content_Types].xml": "x"}, "xlsx"),
    ],
)
def test_a_workbook_is_known_by_its_parts(tmp_path: Path, members: dict[str, str], format_: str) -> None:
    path = tmp_path / "book.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for member, content in members.items():
            archive.writestr(member, content)

    assert recognise(path, path.name) == format_


def test_an_encrypted_spreadsheet_of_opendocument_is_refused_for_its_password(tmp_path: Path) -> None:
    path = tmp_path / "secret.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "x")
        archive.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")

    with pytest.raises(FileError) as refused:
        recognise(path, path.name)

    assert refused.value.code == "refuse.password"


def test_a_packed_file_with_one_table_in_it_is_refused_with_what_to_do(open_file: Opener) -> None:
    path = open_file.folder / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("export/Sales.CSV", "a,b\n1,2\n")
        archive.writestr("__MACOSX/export/._Sales.csv", "x")

    error = refusal(open_file, path)

    assert error.code == "refuse.packed"
    assert "Sales.CSV" in error.hint


def test_a_model_is_refused_with_what_to_do_with_it(open_file: Opener) -> None:
    path = open_file.folder / "customers.hunch"
    with zipfile.ZipFile(path, "w") as archive:
        for member in (MANIFEST, *MEMBERS):
            archive.writestr(member, "x")

    error = refusal(open_file, path, "customers.hunch")

    assert error.code == "refuse.model"
    assert error.message == '"customers.hunch" is a Hunch model, not a table.'
    assert "hunch predict MODEL FILE --out OUT" in error.hint


def test_an_encrypted_workbook_is_refused_for_its_password(open_file: Opener) -> None:
    content = OLE + b"\x00" * 1_048_568 + ole("Workbook", "EncryptedPackage")[512:]

    assert refusal(open_file, content, "secret.xlsx").code == "refuse.password"


@pytest.mark.parametrize("protocol", [2, 3, 4, 5])
def test_a_pickle_is_refused_and_not_opened(open_file: Opener, protocol: int) -> None:
    content = pickle.dumps({"a": [1, 2]}, protocol=protocol)

    assert refusal(open_file, content, "table.csv").code == "refuse.pickle"
