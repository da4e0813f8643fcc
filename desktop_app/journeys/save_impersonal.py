"""Save a model without values and words of its table that may point to a person."""

from pathlib import Path

from desktop_app.models.card import read_card
from desktop_app.models.impersonal import without_personal
from desktop_app.models.opening import open_model
from desktop_app.models.settings import with_decision
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.model_files import ImpersonalOrder, SavedImpersonal
from desktop_app.tables.out.placing import placed

_MADE = 0.6  # of the time


def save_impersonal(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:  # noqa: ARG001 - as every journey
    """Return what was taken out; the model is then at `out`, whole, and has passed every check.

    Raises ModelError where it is refused, and SaveError.
    """
    order = from_json(ImpersonalOrder, params)
    path = Path(order.model)
    own = read_card(path, order.trust).decision if order.own_decision else None
    found = without_personal(path, order.trust)
    report(Progress(fraction=_MADE, read=True))
    with placed(Path(order.out)) as draft:
        draft.write_bytes(found.content)
        draft.write_bytes(with_decision(draft, order.decision or own))
        open_model(draft)
        size = draft.stat().st_size
    return to_json(SavedImpersonal(path=order.out, size=size, values=found.values, words=found.words))
