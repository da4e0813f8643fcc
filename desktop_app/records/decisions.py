"""What a person decided about using a model: how sure it must be, and what its mistakes cost."""

from desktop_app.records.record import dataclass

SMALLEST_COST, LARGEST_COST = 1e-6, 1e12  # of a mistake that costs anything


def is_cost(amount: float) -> bool:
    """Return whether a mistake can cost so much: what is said of it would else be all zeros; NaN is none."""
    return amount == 0 or SMALLEST_COST <= amount <= LARGEST_COST


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """What one mistake of each sort costs, in a unit that only the person knows; 0 and 0: never said."""

    missed: float = 0.0  # a row of the class that was not answered so
    false: float = 0.0  # a row that was answered so and is none

    @property
    def can_be(self) -> bool:
        """Whether both are amounts that a mistake can cost: NaN is none."""
        return 0 <= self.missed <= LARGEST_COST and 0 <= self.false <= LARGEST_COST

    @property
    def pays_from(self) -> float:
        """From which chance on the class is the cheaper answer, where percentages fit; one half if unsaid.

        Elkan, The foundations of cost-sensitive learning, 2001.
        """
        both = self.missed + self.false
        return self.false / both if both else 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """From which chance on a class is answered, of two."""

    value: str
    chance: float  # 0.5 is what it does by itself
    costs: Costs = Costs()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassCosts:
    """What mistakes about one of two classes cost, as it was said before anything was learned."""

    value: str  # the class that may be missed; empty: the one of the two that is looked for
    costs: Costs
