"""Where a desktop shows the program, what it opens with it, and how a Mac's app is finished."""

import configparser
import hashlib
import json
import os
import plistlib
import shutil
import subprocess
from pathlib import Path

import pytest
from packing import linux, mac, product


def entry_of(name: str) -> configparser.SectionProxy:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(linux.SPEC / name, encoding="utf-8")
    return entry["Desktop Entry"]


@pytest.fixture
def app(tmp_path: Path) -> Path:
    """Hunch.app as PyInstaller lays it out: programs in Frameworks, the rest in Resources, and links."""
    if os.name == "nt":
        pytest.skip("Windows lets only some people make links")
    contents = tmp_path / "Hunch.app" / "Contents"
    (contents / "Frameworks").mkdir(parents=True)
    (contents / "Resources" / "ui" / "templates").mkdir(parents=True)
    (contents / "Resources" / "ui" / "templates" / "base.html").touch()
    (contents / "Frameworks" / "ui").symlink_to("../Resources/ui")
    (contents / "Frameworks" / "libpython.dylib").write_bytes(mac.MACH_O[0] + b"...")
    return contents.parent


def test_the_entries_for_desktops_are_valid() -> None:
    if not shutil.which("desktop-file-validate"):
        pytest.skip("desktop-file-validate is not on this computer")

    entries = [str(linux.SPEC / entry) for entry in linux.ENTRIES]
    done = subprocess.run(["desktop-file-validate", *entries], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (0, "")


def test_a_desktop_hands_over_one_file_and_knows_models_by_their_type() -> None:
    said = entry_of("hunch.desktop")
    types = (linux.SPEC / "hunch.xml").read_text(encoding="utf-8")

    assert said["Exec"] == "hunch %f"
    assert said["MimeType"] == f"{product.MODEL_TYPE};"
    assert f'<mime-type type="{product.MODEL_TYPE}">' in types
    assert '<glob pattern="*.hunch"/>' in types
    # With a general one of its own, GTK takes the sign of the desktop's theme for "any file" before ours.
    assert '<generic-icon name="hunch"/>' in types


def test_tables_are_offered_by_an_entry_that_is_never_the_first() -> None:
    [name] = [entry for entry in linux.ENTRIES if "text/csv" in entry_of(entry)["MimeType"]]

    assert max(name, "org.gnome.gedit.desktop", "libreoffice-calc.desktop", "calc.desktop") == name
    assert entry_of(name)["NoDisplay"] == "true"


def test_every_icon_has_the_size_of_its_name() -> None:
    for size in product.ICON_SIZES:
        picture = (product.ICONS / f"hunch-{size}.png").read_bytes()
        width, height = (int.from_bytes(picture[place : place + 4], "big") for place in (16, 20))
        assert (picture[:4], width, height) == (b"\x89PNG", size, size)


def test_the_app_gets_the_compiled_pages(app: Path, bundle: Path) -> None:
    mac.finish(app, bundle / "_internal")

    pages = app / "Contents" / "Frameworks" / "ui"
    assert not (pages / "templates").exists()
    assert (pages / "about" / "components.json").exists()


def test_the_hashes_of_the_app_are_those_that_its_self_test_asks_for(app: Path) -> None:
    mac.write_hashes(app)
    mac.write_hashes(app)  # again: they never list themselves

    top = app / "Contents" / "Frameworks"
    listed = json.loads((top / "hashes.json").read_text(encoding="utf-8"))
    assert set(listed) == {"libpython.dylib", "ui/templates/base.html"}
    assert all(hashlib.sha256((top / name).read_bytes()).hexdigest() == said for name, said in listed.items())


def test_only_programs_of_a_mac_are_signed_by_themselves(app: Path) -> None:
    assert [path.name for path in mac.programs_in(app)] == ["libpython.dylib"]
    assert all(plistlib.loads(mac.ENTITLEMENTS.read_bytes()).values())
