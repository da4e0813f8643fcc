"""Hunch for people who write Python: read a table, train a model, ask it; no window and no workspace.

The same readers, plans and engine as `hunch train`, `check` and `predict`, in this process: with the same
file, plan and seed there come the same numbers. pandas and scikit-learn are loaded when they are needed.

Every failure that can be foreseen is an `AppError`, with a sentence, `error.message`, and `error.hint`:
FileError where a file cannot be read, DataError where the data cannot answer, ModelError where a model file
is refused, PolicyError where this computer does not allow it, UsageError for wrong use, SaveError.
"""

from desktop_app.errors import AppError, DataError, FileError, ModelError, PolicyError, SaveError, UsageError
from desktop_app.library.model import Check, Member, Model, Verdict
from desktop_app.library.table import Table, read_table
from desktop_app.library.training import train

__all__ = [
    "AppError",
    "Check",
    "DataError",
    "FileError",
    "Member",
    "Model",
    "ModelError",
    "PolicyError",
    "SaveError",
    "Table",
    "UsageError",
    "Verdict",
    "read_table",
    "train",
]
