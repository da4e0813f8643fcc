"""What is said of rows that do not fit the model: each thing by its row and column."""

from http import HTTPStatus

from desktop_app.errors import InternalError
from desktop_app.records.serving import Refusal, WrongCell
from desktop_app.service.problems import RefusedError, saying

_STATUS = {
    "service.no_json": HTTPStatus.BAD_REQUEST,
    "service.form": HTTPStatus.UNPROCESSABLE_ENTITY,
    "service.row_count": HTTPStatus.UNPROCESSABLE_ENTITY,
    "service.bad_rows": HTTPStatus.UNPROCESSABLE_ENTITY,
}
_WRONG = {
    "row": "service.row_kind",
    "missing": "service.cell_missing",
    "number": "service.cell_number",
    "date": "service.cell_date",
    "text": "service.cell_text",
}


def refused(refusal: Refusal, most: int) -> RefusedError:
    """Return what to raise. Raises InternalError for what is no refusal of ours: workers are not believed."""
    if refusal.code not in _STATUS:
        raise InternalError("ask.ended")
    values = {"count": refusal.count, "most": most}
    return RefusedError(_STATUS[refusal.code], refusal.code, values, [_named(cell) for cell in refusal.cells])


def _named(cell: WrongCell) -> dict[str, object]:
    told: dict[str, object] = {"row": cell.row + 1, "pointer": f"#/rows/{cell.row}"}
    if cell.column:
        told |= {"column": cell.column, "pointer": f"#/rows/{cell.row}/{_escaped(cell.column)}"}
    return told | {"detail": saying(_WRONG[cell.what], {"column": cell.column})}


def _escaped(name: str) -> str:
    """Return a name as a JSON pointer writes it (RFC 6901)."""
    return name.replace("~", "~0").replace("/", "~1")
