"""All kinds of model that are tried, the simplest first."""

from collections.abc import Mapping

from desktop_app.engine.kinds.boosting import Boosting
from desktop_app.engine.kinds.forest import Forest
from desktop_app.engine.kinds.kind import Kind, KindName
from desktop_app.engine.kinds.linear import Linear

KINDS: Mapping[KindName, Kind] = {"linear": Linear(), "boosting": Boosting(), "forest": Forest()}
