"""hunch-VERSION-macos.dmg: Hunch.app, finished, signed and packed; runs on a Mac alone.

The variable HUNCH_MAC_IDENTITY names the certificate, HUNCH_MAC_NOTARY the profile of notarytool. Without
them the app is signed for nobody, which a Mac runs only after its owner has allowed it.
"""

import hashlib
import json
import os
import platform
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from packing import product
from packing.plan import Plan

ENTITLEMENTS = product.SPEC / "macos" / "entitlements.plist"
MACH_O = (b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"\xca\xfe\xba\xbe")
NOBODY = "-"


def make(plan: Plan) -> Path:
    """Write the image and return its path; PyInstaller has laid Hunch.app beside the bundle."""
    identity = os.environ.get("HUNCH_MAC_IDENTITY") or NOBODY
    goal = plan.out / f"hunch-{product.VERSION}-macos-{platform.machine()}.dmg"
    with tempfile.TemporaryDirectory() as folder:
        app = Path(folder) / "Hunch.app"
        shutil.copytree(plan.bundle.parent / "Hunch.app", app, symlinks=True)
        finish(app, plan.bundle / "_internal")
        for path in sorted(programs_in(app)):
            _sign(path, identity)
        write_hashes(app)  # after the libraries are signed, which changes them, and before all is sealed
        _sign(app, identity, "--entitlements", str(ENTITLEMENTS))
        (Path(folder) / "Applications").symlink_to("/Applications")
        _run(
            "hdiutil",
            "create",
            "-volname",
            "Hunch",
            "-srcfolder",
            folder,
            "-ov",
            "-format",
            "UDZO",
            str(goal),
        )
    _notarise(goal, identity)
    return goal


def finish(app: Path, inside: Path) -> None:
    """Give the app the pages as they were compiled, and the licences, which came after PyInstaller."""
    pages = app / "Contents" / "Resources" / "ui"
    shutil.rmtree(pages)
    shutil.copytree(inside / "ui", pages)


def programs_in(app: Path) -> Iterator[Path]:
    """Yield the libraries inside; each is signed by itself before the whole is."""
    for path in _files(app / "Contents" / "Frameworks"):
        if path.read_bytes()[:4] in MACH_O:
            yield path


def write_hashes(app: Path) -> None:
    """Write what every file is, as the self-test will ask: by its name below Frameworks, links followed."""
    top, resources = app / "Contents" / "Frameworks", app / "Contents" / "Resources"
    listed = {
        file.relative_to(top).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for folder, _, names in os.walk(top, followlinks=True)
        for file in (Path(folder, name) for name in names)
        if file.name != "hashes.json"
    }
    (resources / "hashes.json").write_text(json.dumps(listed, indent=0, sort_keys=True), encoding="utf-8")
    link = top / "hashes.json"
    link.unlink(missing_ok=True)
    link.symlink_to("../Resources/hashes.json")


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]


def _sign(path: Path, identity: str, *options: str) -> None:
    strict = [] if identity == NOBODY else ["--options", "runtime", "--timestamp", *options]
    _run("codesign", "--force", "--sign", identity, *strict, str(path))


def _notarise(goal: Path, identity: str) -> None:
    profile = os.environ.get("HUNCH_MAC_NOTARY")
    if identity == NOBODY or not profile:
        print("Not notarised: HUNCH_MAC_IDENTITY and HUNCH_MAC_NOTARY are not both there.")
        return
    _sign(goal, identity)
    _run("xcrun", "notarytool", "submit", str(goal), "--keychain-profile", profile, *_chain(), "--wait")
    _run("xcrun", "stapler", "staple", str(goal))


def _chain() -> list[str]:
    """Return where the profile of notarytool lies, if not in the person's own keychain."""
    chain = os.environ.get("HUNCH_MAC_KEYCHAIN")
    return ["--keychain", chain] if chain else []


def _run(*command: str) -> None:
    subprocess.run(command, check=True)
