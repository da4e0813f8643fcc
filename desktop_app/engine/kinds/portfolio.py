"""All kinds of model, the simplest first; the last is tried only where a person wants to read it all."""

from collections.abc import Mapping

from desktop_app.engine.kinds.boosting import Boosting
from desktop_app.engine.kinds.forest import Forest
from desktop_app.engine.kinds.kernel import Kernel
from desktop_app.engine.kinds.kind import Kind
from desktop_app.engine.kinds.linear import Linear
from desktop_app.engine.kinds.network import Network
from desktop_app.engine.kinds.rule import OneRule
from desktop_app.records.results import KindName

_ALL: tuple[Kind, ...] = (
    Linear(),
    Boosting(),
    Kernel(),
    Boosting(name="boosting_small", form="trees", leaves=7, rate=0.1, part=0.3, restraint=5.0),
    Boosting(name="boosting_log", as_logarithm=True, part=0.5),
    Forest(),
    Network(),
    Boosting(name="boosting_large", leaves=63, part=0.3, fewest=8),
    OneRule(),
)
KINDS: Mapping[KindName, Kind] = {kind.name: kind for kind in _ALL}
