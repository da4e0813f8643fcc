"""Why a workbook cannot be given back with columns added."""

from desktop_app.records.notices import Notice, Value


class NotSafeError(Exception):
    """Columns cannot be added to a workbook without harm, or without a guess."""

    def __init__(self, why: str, **values: Value) -> None:
        super().__init__(why)
        self.notice = Notice(code=f"workbook.{why}", values=values)
