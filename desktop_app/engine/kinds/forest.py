"""A forest: many trees of questions that vote."""

from sklearn.ensemble import ExtraTreesClassifier, ExtraTreesRegressor

from desktop_app.engine.arrays import Floats
from desktop_app.engine.features.preparation import Form
from desktop_app.engine.kinds.kind import Conditions, Estimator, Lesson, answers_of
from desktop_app.records.results import KindName

_FEW = 40  # features of which every split sees half


class Forest:
    """Extremely randomised trees; a setting is the fewest rows in a leaf."""

    name: KindName = "forest"
    form: Form = "trees"
    most_rows = 50_000
    varies = False

    def settings(self, conditions: Conditions) -> tuple[float, ...]:
        """Return the size of a leaf of the effort."""
        return (float(conditions.effort.leaf_rows),)

    def path(self, conditions: Conditions, learn: Lesson, hidden: Lesson) -> Floats:
        """Return the answers of the one setting."""
        estimator = self.fit(conditions, learn, self.settings(conditions)[0])
        return answers_of(estimator, hidden.features, conditions.classes)[None]

    def fit(self, conditions: Conditions, learn: Lesson, setting: float) -> Estimator:
        """Return the forest."""
        kind = ExtraTreesClassifier if conditions.classes else ExtraTreesRegressor
        few = learn.features.shape[1] <= _FEW
        return kind(
            n_estimators=conditions.effort.trees,
            min_samples_leaf=int(setting),
            max_features=0.5 if few else "sqrt",
            random_state=conditions.seed,
        ).fit(learn.features, learn.values)
