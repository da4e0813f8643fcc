"""The corrections of groups in pieces that a file can hold, and back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop_app.engine.arrays import checked, checked_places
from desktop_app.engine.features.preparation import Preparation
from desktop_app.engine.own.correction import FORM, Own

_ARRAYS = ("features", "weights", "shares")
_PREFIX = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """What JSON says of them: the column and the groups."""

    column: str
    names: tuple[str, ...]

    @classmethod
    def of(cls, own: Own) -> "Groups":
        """Return the groups that have a correction."""
        return cls(column=own.column, names=own.names)

    def with_arrays(self, arrays: Mapping[str, Any], preparation: Preparation, answers: int) -> Own:
        """Return the corrections: of a category that is read, and of groups with different names.

        Raises KeyError or ValueError where the pieces do not fit.
        """
        groups = len(self.names)
        if self.column not in preparation.layout.categories or not groups or len(set(self.names)) != groups:
            raise ValueError("groups")
        features = checked_places(arrays, f"{_PREFIX}.features", len(preparation.columns_of(FORM)))
        shares = checked(arrays, f"{_PREFIX}.shares", (groups,))
        if (shares < 0).any() or (shares > 1).any():
            raise ValueError("shares")
        return Own(
            column=self.column,
            names=self.names,
            features=features,
            weights=checked(arrays, f"{_PREFIX}.weights", (groups, 1 + len(features), answers)),
            shares=shares,
        )


def own_from(
    groups: Groups | None, arrays: Mapping[str, Any], preparation: Preparation | None, answers: int
) -> Own | None:
    """Return the corrections of these groups; None where there are none. Raises KeyError or ValueError."""
    return groups.with_arrays(arrays, preparation, answers) if groups and preparation else None


def arrays_of(own: Own | None) -> dict[str, Any]:
    """Return the arrays of corrections."""
    if own is None:
        return {}
    return {f"{_PREFIX}.{name}": getattr(own, name) for name in _ARRAYS}
