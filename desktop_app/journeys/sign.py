"""Put a signature under a model file that passes every check."""

from pathlib import Path

from desktop_app.models.checked import check_package
from desktop_app.models.package import read_package
from desktop_app.models.signing import signed_with
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.verifying import Signed, SignOrder
from desktop_app.tables.out.placing import placed


def sign(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:  # noqa: ARG001 - as every journey
    """Return who signed; the signed file is then at `out`, whole.

    What may be opened here is not asked: a signature is how a model gets to be. Raises ModelError where it is
    refused, UsageError where the key is none, and SaveError.
    """
    order = from_json(SignOrder, params)
    package = read_package(Path(order.model))
    check_package(package)
    report(Progress(fraction=0.9, read=True))
    content, key = signed_with(package, Path(order.key), order.passphrase)
    with placed(Path(order.out)) as draft:
        draft.write_bytes(content)
    return to_json(Signed(model=package.name, signer=key.name, key_id=key.id))
