"""The two installers for Windows: compiled here from a stand-in, read again, and their words checked."""

import os
import random
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from packing import msi, nsis, product
from packing.plan import Plan

SCRIPT = nsis.SCRIPT.read_text(encoding="utf-8")
needs_nsis = pytest.mark.skipif(
    os.name == "nt" or not shutil.which("makensis"), reason="compiled on Linux, by makensis"
)
needs_wixl = pytest.mark.skipif(
    not (shutil.which("wixl") and shutil.which("msiinfo")), reason="wixl or msiinfo is not on this computer"
)


def table(package: Path, name: str) -> str:
    command = ["msiinfo", "export", str(package), name]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def contents(folder: Path) -> dict[str, bytes]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@needs_nsis
def test_the_setup_of_one_program_is_the_same_bytes_each_time(
    windows_bundle: Path, plan: Callable[..., Plan]
) -> None:
    first = nsis.make(plan(windows_bundle, "first"))
    (windows_bundle / "hunch.exe").touch()

    assert first.read_bytes()[:2] == b"MZ"
    assert nsis.make(plan(windows_bundle, "second")).read_bytes() == first.read_bytes()


@needs_nsis
def test_a_bootstrapper_beside_the_bundle_is_packed(windows_bundle: Path, plan: Callable[..., Plan]) -> None:
    without = nsis.make(plan(windows_bundle, "first"))
    (windows_bundle.parent / nsis.BOOTSTRAPPER).write_bytes(bytes(range(256)) * 100)

    assert nsis.make(plan(windows_bundle, "second")).read_bytes() != without.read_bytes()


def test_the_setup_asks_for_no_rights_and_removes_only_what_is_ours() -> None:
    removed = re.findall(r'RMDir /r "(.+?)"', SCRIPT)

    assert "RequestExecutionLevel user" in SCRIPT
    assert "HKLM" not in re.sub(r"ReadRegStr .*", "", SCRIPT)
    assert set(removed) == {r"$INSTDIR\_internal", r"$LOCALAPPDATA\Hunch"}


def test_the_setup_offers_the_same_tables_as_the_package_for_it() -> None:
    offered = re.findall(r'!insertmacro OfferTable "(.+?)"', SCRIPT)

    assert tuple(offered) == product.TABLE_ENDINGS


@needs_wixl
def test_the_package_for_it_holds_every_file_and_installs_for_all(
    windows_bundle: Path, plan: Callable[..., Plan]
) -> None:
    package = msi.make(plan(windows_bundle))

    names = {line.split("\t")[2].rpartition("|")[2] for line in table(package, "File").splitlines()[3:]}
    assert names == {path.name for path in windows_bundle.rglob("*") if path.is_file()}
    assert "ALLUSERS\t1" in table(package, "Property")
    assert str(msi.UPGRADE_CODE).upper() in table(package, "Upgrade")
    assert "Software\\Classes\\.hunch" in table(package, "Registry")


@needs_wixl
def test_what_comes_out_of_the_package_for_it_is_what_went_in(
    windows_bundle: Path, plan: Callable[..., Plan], tmp_path: Path
) -> None:
    chance = random.Random(7)  # noqa: S311 - not for secrets
    words = [chance.randbytes(chance.randrange(1, 40)) for _ in range(300)]
    kinds = {"zeros": bytes(700_000), "chance": chance.randbytes(100_001), "empty": b"", "one": b"x"}
    kinds["far"] = chance.randbytes(60_000) * 4  # farther back than the packing of wixl can look
    kinds["text"] = b"".join(chance.choices(words, k=60_000))
    for name, content in kinds.items():
        (windows_bundle / "_internal" / name).write_bytes(content)

    package = msi.make(plan(windows_bundle))

    subprocess.run(
        ["msiextract", "-C", str(tmp_path / "back"), str(package)], check=True, capture_output=True
    )
    (back,) = (tmp_path / "back").rglob("Hunch")
    assert package.stat().st_size < 600_000
    assert contents(back) == contents(windows_bundle)


@needs_wixl
def test_the_package_for_it_is_the_same_bytes_each_time_and_has_another_id_for_other_content(
    windows_bundle: Path, plan: Callable[..., Plan]
) -> None:
    first, again = (msi.make(plan(windows_bundle, name)).read_bytes() for name in ("first", "again"))
    (windows_bundle / "hunch.exe").write_text("another")
    other = msi.make(plan(windows_bundle, "other")).read_bytes()

    assert again == first
    assert len({re.search(rb"\{[-0-9A-F]{36}\}\0", package)[0] for package in (first, other)}) == 2  # type: ignore[index]


def test_the_ids_of_the_package_follow_from_names(windows_bundle: Path) -> None:
    made = msi.wxs(windows_bundle)
    ids = re.findall(rb'Guid="(.+?)"', made)

    assert msi.wxs(windows_bundle) == made
    assert (
        len(set(ids)) == len(ids) == len([path for path in windows_bundle.rglob("*") if path.is_file()]) + 2
    )


def test_the_upgrade_code_is_that_of_every_version() -> None:
    assert str(msi.UPGRADE_CODE) == "59e207fc-325c-5ebd-9795-66897afc3b2e"
