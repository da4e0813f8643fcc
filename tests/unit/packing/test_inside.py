"""What the frozen program is made of is found in what PyInstaller wrote down."""

import importlib.metadata
import json
from pathlib import Path

import pytest
from packing import compiled, components, inside, sbom, vendored
from packing.components import Component
from packing.inside import Entry
from packing.licences import LicenceError, Rules

DATE = 1_700_000_000


def file_of(package: str, ending: str) -> Path:
    files = importlib.metadata.files(package) or []
    return Path(str(next(file.locate() for file in files if str(file).endswith(ending))))


def written(folder: Path, *entries: Entry) -> Path:
    lines = [(entry.name, str(entry.file), "DATA") for entry in entries]
    (folder / "PYZ-00.toc").write_text(repr(("name", lines)), encoding="utf-8")
    (folder / "COLLECT-00.toc").write_text(repr(([],)), encoding="utf-8")
    return folder


def test_a_file_belongs_to_the_package_that_installed_it(tmp_path: Path) -> None:
    entries = [Entry("flask.app", file_of("flask", "flask/app.py")), Entry("mine", tmp_path / "mine.py")]

    packages, others = inside.packages_of(entries)

    assert [package.name.lower() for package in packages] == ["flask"]
    assert others == entries[1:]


def test_a_package_that_only_tests_need_stops_the_freeze(tmp_path: Path) -> None:
    work = written(tmp_path, Entry("_pytest", file_of("pytest", "_pytest/__init__.py")))

    with pytest.raises(LicenceError, match=r"run\.lock.*pytest"):
        inside.describe(work, tmp_path, DATE)


def test_a_library_beside_a_wheel_is_looked_at_by_itself(tmp_path: Path) -> None:
    entries = [
        Entry("numpy.libs/libgomp-1.so.1", tmp_path / "libgomp-1.so.1"),
        Entry("a/b.so", tmp_path / "b.so"),
    ]

    found = list(inside.libraries_in(entries, Rules.ours()))

    assert [part.name for part in found] == ["libgomp"]


def test_the_bundle_tells_its_parts_the_same_way_each_time(tmp_path: Path) -> None:
    work = written(tmp_path, Entry("flask.app", file_of("flask", "flask/app.py")))

    inside.describe(work, tmp_path / "one", DATE)
    inside.describe(work, tmp_path / "two", DATE)

    about = components.ABOUT
    for name in (components.LISTED, components.TEXTS, components.SBOM):
        assert (tmp_path / "one" / about / name).read_bytes() == (
            tmp_path / "two" / about / name
        ).read_bytes()
    listed = {part.name for part in components.read(tmp_path / "one" / about / components.LISTED)}
    assert {"Flask", "Python", "PyInstaller bootloader", "htmx.org"} <= listed
    assert "Redistribution and use" in (tmp_path / "one" / about / components.TEXTS).read_text(
        encoding="utf-8"
    )


def test_libraries_within_wheels_tell_their_versions() -> None:
    found = {part.name: part for part in compiled.parts(["lxml", "cryptography", "flask"])}

    assert set(found) == {"libxml2", "libxslt", "OpenSSL"}
    assert all(part.version[0].isdigit() and part.version in part.source for part in found.values())


def test_every_file_of_others_in_the_pages_has_a_part() -> None:
    assert {part.name for part in vendored.parts()} >= {
        "htmx.org",
        "@fontsource-variable/inter",
        "swagger-ui-dist",
    }
    assert all(part.version and part.licence for part in vendored.parts())


def test_the_sbom_is_of_the_form_that_scanners_read() -> None:
    parts = [
        Component(name="a", version="1", licence="MIT", source="pkg:pypi/a@1"),
        Component(name="a", licence="MIT OR ISC"),
        Component(name="b", licence="LicenseRef-Of-Somebody"),
    ]

    said = json.loads(sbom.text(parts, DATE))

    assert (said["bomFormat"], said["specVersion"], said["version"]) == ("CycloneDX", "1.6", 1)
    assert said["metadata"]["timestamp"] == "2023-11-14T22:13:20Z"
    references = [part["bom-ref"] for part in said["components"]]
    assert len(set(references)) == 3
    assert said["dependencies"] == [{"ref": sbom.ROOT_REFERENCE, "dependsOn": references}]
    assert [part["licenses"] for part in said["components"]] == [
        [{"license": {"id": "MIT"}}],
        [{"expression": "MIT OR ISC"}],
        [{"license": {"name": "Of Somebody"}}],
    ]
    assert said["serialNumber"].startswith("urn:uuid:")
    assert sbom.text(parts, DATE) == sbom.text(parts, DATE) != sbom.text(parts[:2], DATE)
