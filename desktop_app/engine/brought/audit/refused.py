"""Why a graph is not run."""


class RefusedGraphError(ValueError):
    """A graph breaks a rule; *code* is that of a sentence, *values* fill it."""

    def __init__(self, code: str, **values: str | int) -> None:
        super().__init__(f"{code} {values}" if values else code)
        self.code = code
        self.values = values
