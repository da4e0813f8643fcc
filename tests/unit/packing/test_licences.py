"""The gate over licences fires on what may not be shipped, and lets through what is named with a reason."""

import importlib.metadata
import re
from email.message import Message
from pathlib import Path

import pytest
from packing import inside, licences
from packing.components import Component
from packing.licences import LicenceError, Rules

ROOT = Path(__file__).parents[3]
RULES = Rules.ours()


def package(**said: str) -> Message:
    about = Message()
    for name, value in said.items():
        about[name.replace("_", "-")] = value
    return about


@pytest.mark.parametrize(
    ("said", "licence"),
    [
        ({"License_Expression": "MIT AND PSF-2.0"}, "MIT AND PSF-2.0"),
        ({"License": "BSD 3-Clause License\n\nCopyright ..."}, "BSD-3-Clause"),
        ({"Classifier": "License :: OSI Approved :: MIT License"}, "MIT"),
        ({"Name": "SciPy", "License": "Copyright (c) 2001-2002 Enthought, Inc."}, "BSD-3-Clause"),
        ({"Name": "unheard-of"}, ""),
    ],
)
def test_a_package_is_taken_by_its_own_word(said: dict[str, str], licence: str) -> None:
    assert licences.of_package(package(**{"Name": "some", **said}), RULES) == licence


def test_a_word_of_the_gpl_is_never_read_away() -> None:
    about = package(
        Name="scipy", License="MIT", Classifier="License :: OSI Approved :: GNU General Public License (GPL)"
    )

    assert not licences.is_allowed(licences.of_package(about, RULES), RULES.allowed)


@pytest.mark.parametrize(
    "licence", ["GPL-3.0-only", "AGPL-3.0-or-later", "MIT AND GPL-2.0-only", "", "MPL-2.0"]
)
def test_what_is_not_allowed_stops_the_freeze_and_is_named(licence: str) -> None:
    planted = Component(name="planted", version="1.0", licence=licence)

    with pytest.raises(LicenceError, match=rf"planted 1.0: {licence or 'unknown'}"):
        licences.admitted([Component(name="fine", licence="MIT"), planted], RULES)


@pytest.mark.parametrize(
    ("expression", "allowed"),
    [("MIT OR GPL-2.0-only", True), ("MIT AND BSD-3-Clause", True), ("GPL-2.0-only AND (MIT OR ISC)", False)],
)
def test_a_choice_may_be_used_and_a_sum_must_be_fulfilled(expression: str, *, allowed: bool) -> None:
    assert licences.is_allowed(expression, RULES.allowed) is allowed


def test_an_exception_holds_for_one_name_with_one_licence_and_says_why() -> None:
    gomp = Component(name="libgomp", licence="GPL-3.0-or-later WITH GCC-exception-3.1")

    [passed] = licences.admitted([gomp], RULES)

    assert "runtime library exception" in passed.exception
    for other in (
        Component(name="libgomp", licence="GPL-3.0-only"),
        Component(name="other", licence=gomp.licence),
    ):
        with pytest.raises(LicenceError):
            licences.admitted([other], RULES)


def test_every_exception_has_a_reason() -> None:
    assert all(len(known["reason"]) > 20 for known in RULES.exceptions)


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("libgfortran-040039e1-0352e75f.so.5.0.0", "libgfortran"),
        ("libscipy_openblas64_-32a4b2a6.so", "OpenBLAS"),
        ("msvcp140-263139962577ecda4cd9469ca360a746.dll", "Microsoft Visual C++ runtime"),
        ("libcrypto-3.dll", "OpenSSL"),
        ("libz.so.1", "zlib"),
    ],
)
def test_libraries_are_known_by_the_names_of_their_files(file: str, name: str) -> None:
    assert licences.of_library(file, RULES).name == name


def test_a_library_that_nobody_has_named_stops_the_freeze() -> None:
    with pytest.raises(LicenceError, match=r"libreadline.so.8"):
        licences.admitted([licences.of_library("libreadline.so.8", RULES)], RULES)


def test_everything_that_runs_may_be_shipped() -> None:
    lock = (ROOT / "requirements" / "run.lock").read_text(encoding="utf-8")
    locked = set(re.findall(r"^([a-z0-9._-]+)==", lock, re.MULTILINE))
    packages = {licences.plain(part.name): part for part in importlib.metadata.distributions()}

    found = [inside.of_package(packages[name], RULES) for name in sorted(locked & packages.keys())]

    assert len(found) > 30
    assert licences.admitted(found, RULES) == found
