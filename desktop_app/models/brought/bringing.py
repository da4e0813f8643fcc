"""A graph and a schema as they come, checked and fitted: every refusal names the file that is at fault."""

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np

from desktop_app.engine.arrays import Floats
from desktop_app.engine.brought.audit.looking import Looked, look_at
from desktop_app.engine.brought.audit.refused import RefusedGraphError, cannot_run
from desktop_app.engine.brought.fitting import UnfitError
from desktop_app.engine.brought.model import Brought
from desktop_app.engine.brought.parts import built
from desktop_app.engine.brought.probing import check_answers, made_up
from desktop_app.engine.cells import Cells
from desktop_app.errors import FileError, ModelError, PolicyError, from_code
from desktop_app.models.brought.schema_file import read_schema
from desktop_app.records.brought import BroughtSchema
from desktop_app.records.record import dataclass
from desktop_app.records.trust import Trust


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What the person calls the two files."""

    graph: str
    schema: str


def check_import(trust: Trust | None, name: str) -> None:
    """Raise PolicyError where models of others may not be opened: nobody can sign a graph."""
    if trust is None or trust.policy.model_import == "ask":
        return
    contact = trust.policy.contact
    if trust.policy.model_import == "off":
        raise PolicyError("error.policy", contact=contact)
    raise PolicyError("model.must_be_signed", model=name, contact=contact)


def looked_at(content: bytes, names: Names) -> Looked:
    """Return a graph that may be run. Raises ModelError."""
    with _named(names):
        return look_at(content)


def schema_in(content: bytes, names: Names) -> BroughtSchema:
    """Return what a schema file says. Raises FileError where it is no JSON, else UsageError."""
    with _named(names):
        try:
            return read_schema(content)
        except UnfitError:
            raise
        except ValueError as error:
            raise FileError("schema.not_json", file=names.schema) from error


def model_of(content: bytes, looked: Looked, schema: BroughtSchema, names: Names) -> Brought:
    """Return the model of a graph. Raises UsageError where the schema does not fit, and ModelError."""
    nothing: Floats = np.zeros(max(1, len(schema.classes)))
    with _named(names):
        try:
            return built(content, looked, schema, nothing)
        except UnfitError:
            raise
        except ValueError as error:
            raise cannot_run(error) from error


def probed(model: Brought, cells: Cells | None, seed: int, names: Names) -> Floats:
    """Return the answers to some rows, made up where none came. Raises UsageError or ModelError."""
    with _named(names):
        return check_answers(model, made_up(model.schema.columns, seed) if cells is None else cells)


@contextmanager
def _named(names: Names) -> Iterator[None]:
    try:
        yield
    except RefusedGraphError as error:
        raise ModelError(error.code, **error.values, file=names.graph) from error
    except UnfitError as error:
        raise from_code(error.code, {**error.values, "file": names.schema, "graph": names.graph}) from error
