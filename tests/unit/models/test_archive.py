"""One form of zip: what this program would not have written, it does not read."""

import io
import zipfile
from collections.abc import Callable

import pytest

from desktop_app.models.archive import (
    BadArchiveError,
    Limits,
    TooBigError,
    first_name,
    read_archive,
    write_archive,
)

LIMITS = Limits(members=8, total=2**20)
MEMBERS = {"manifest.json": b"{}", "arrays.npz": bytes(range(256)) * 4, "card.md": b""}


def read(data: bytes, *, deflate: bool = False) -> dict[str, bytes]:
    members = read_archive(memoryview(data), LIMITS, deflate=deflate)
    return {name: bytes(content) for name, content in members.items()}


@pytest.mark.parametrize("deflate", [False, True])
def test_what_was_written_is_read_again(deflate: bool) -> None:
    assert read(write_archive(MEMBERS, deflate=deflate), deflate=deflate) == MEMBERS


@pytest.mark.parametrize("deflate", [False, True])
def test_every_zip_program_can_open_it(deflate: bool) -> None:
    with zipfile.ZipFile(io.BytesIO(write_archive(MEMBERS, deflate=deflate))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == MEMBERS


def test_the_same_members_give_the_same_bytes() -> None:
    assert write_archive(MEMBERS) == write_archive(dict(MEMBERS))


def test_the_first_name_is_told_without_reading_the_rest() -> None:
    assert first_name(memoryview(write_archive(MEMBERS)[:60])) == "manifest.json"
    assert first_name(memoryview(b"PK\x03\x04")) == ""


def by_zipfile(change: Callable[[zipfile.ZipFile], None]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        change(archive)
    return buffer.getvalue()


def duplicate(archive: zipfile.ZipFile) -> None:
    archive.writestr(zipfile.ZipInfo("a.json"), b"1")
    with pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(zipfile.ZipInfo("a.json"), b"2")


def link(archive: zipfile.ZipFile) -> None:
    info = zipfile.ZipInfo("a.json")
    info.create_system, info.external_attr = 3, 0o120777 << 16
    archive.writestr(info, b"/etc/passwd")


def comment(archive: zipfile.ZipFile) -> None:
    archive.writestr(zipfile.ZipInfo("a.json"), b"1")
    archive.comment = b"hello"


def extra(archive: zipfile.ZipFile) -> None:
    info = zipfile.ZipInfo("a.json")
    info.extra = b"\x01\x00\x04\x00abcd"
    archive.writestr(info, b"1")


@pytest.mark.parametrize("change", [duplicate, link, comment, extra])
def test_other_forms_of_zip_are_refused(change: Callable[[zipfile.ZipFile], None]) -> None:
    with pytest.raises(BadArchiveError):
        read(by_zipfile(change))


@pytest.mark.parametrize("name", ["../a.json", "/a.json", "a/b.json", "C:a.json", "a", ".a.json", "a.json/"])
def test_names_that_lead_elsewhere_are_refused(name: str) -> None:
    with pytest.raises(BadArchiveError):
        read(write_archive({name: b"1"}))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        write_archive(MEMBERS)[:-1],
        write_archive(MEMBERS) + b"\0",
        b"\0" + write_archive(MEMBERS),
        write_archive(MEMBERS, deflate=True),
    ],
    ids=["nothing", "cut", "longer", "shifted", "deflated"],
)
def test_bytes_that_belong_to_no_member_are_refused(data: bytes) -> None:
    with pytest.raises(BadArchiveError):
        read(data)


def test_two_members_of_one_name_are_refused() -> None:
    data = write_archive({"a.json": b"1", "b.json": b"1"}).replace(b"b.json", b"a.json")

    with pytest.raises(BadArchiveError, match="one name"):
        read(data)


def test_too_many_members_are_refused() -> None:
    with pytest.raises(BadArchiveError, match="9 members"):
        read(write_archive({f"{place}.json": b"" for place in range(9)}))


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = write_archive({"a.npy": bytes(2 * LIMITS.total)}, deflate=True)

    with pytest.raises(TooBigError) as caught:
        read(bomb, deflate=True)

    assert caught.value.size == 2 * LIMITS.total


def test_a_size_that_lies_is_refused() -> None:
    data = write_archive({"a.npy": bytes(5000)}, deflate=True)
    lying = data.replace((5000).to_bytes(4, "little"), (50).to_bytes(4, "little"))

    with pytest.raises(BadArchiveError, match="longer"):
        read(lying, deflate=True)
