"""Why a graph is not run."""


class RefusedGraphError(ValueError):
    """A graph breaks a rule; *code* is that of a sentence, *values* fill it."""

    def __init__(self, code: str, **values: str | int) -> None:
        super().__init__(f"{code} {values}" if values else code)
        self.code = code
        self.values = values


def cannot_run(error: Exception) -> RefusedGraphError:
    """Return the refusal in the last words of ONNX Runtime, without where in its own files it says so."""
    line = str(error).split("\n", maxsplit=1)[0]
    before = "Status Message:" if "Status Message:" in line else " : "
    return RefusedGraphError("onnx.cannot_run", what=line.rsplit(before, maxsplit=1)[-1].strip()[-200:])
