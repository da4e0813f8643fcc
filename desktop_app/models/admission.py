"""Whether a model file may be opened on this computer, asked before anything in it is made.

The order: what IT allows, the file itself (`package`), whether it was withdrawn, whose signatures it has.
"""

from pathlib import Path

from desktop_app.errors import ModelError, PolicyError
from desktop_app.models.package import Package, read_package
from desktop_app.models.signatures import signers_of
from desktop_app.records.notices import Notice
from desktop_app.records.record import dataclass
from desktop_app.records.trust import Trust


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted:
    """A whole model file that may be opened here."""

    package: Package
    signers: tuple[str, ...] = ()  # whose signatures hold, as their keys are called here
    notices: tuple[Notice, ...] = ()  # what is said of its signatures wherever it is used


def admitted(path: Path, trust: Trust | None) -> Admitted:
    """Return the model file at *path*, if it may be opened here.

    Files in the workspace are not asked who signed them: they were made here, or asked when they came.
    Without *trust* none is asked anything. Raises PolicyError, ModelError, and FileError when it cannot
    be read.
    """
    if trust is None:
        return Admitted(package=read_package(path))
    is_foreign, policy = trust.is_foreign(path), trust.policy
    if is_foreign and policy.model_import == "off":
        raise PolicyError("error.policy", contact=policy.contact)
    package = read_package(path)
    if package.manifest.content in policy.revoked:
        raise ModelError("model.revoked", model=package.name, contact=policy.contact)
    if not is_foreign:
        _check_keys(package, trust)
        return Admitted(package=package)
    signers = signers_of(package.signatures, package.sealed, trust.keys, package.name)
    if not signers and policy.model_import == "signed_only":
        raise PolicyError("model.must_be_signed", model=package.name, contact=policy.contact)
    return Admitted(package=package, signers=signers, notices=_notices(signers, trust))


def _check_keys(package: Package, trust: Trust) -> None:
    """Raise ModelError where only withdrawn keys speak for a model that is here already."""
    withdrawn = {one.key for one in package.signatures} & set(trust.policy.revoked)
    if withdrawn and not signers_of(package.signatures, package.sealed, trust.keys, package.name):
        raise ModelError("model.revoked", model=package.name, contact=trust.policy.contact)


def _notices(signers: tuple[str, ...], trust: Trust) -> tuple[Notice, ...]:
    """Return what is said; where nobody is trusted, that nobody signed is no news."""
    if signers:
        return (Notice(code="model.signed", values={"signer": ", ".join(signers)}),)
    return (Notice(code="model.unsigned"),) if trust.keys else ()
