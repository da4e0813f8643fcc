"""The closed list: every type that a model file may hold. Nothing else is ever made from a file.

It was frozen by training each estimator that the program offers and noting what it holds. A type gets a place
here only together with a rule in `soundness` that says when its content is safe to use.
"""

_HIST = "sklearn.ensemble._hist_gradient_boosting"

LINEAR = frozenset({"sklearn.linear_model._logistic.LogisticRegression", "sklearn.linear_model._ridge.Ridge"})
BOOSTING = frozenset(
    {
        f"{_HIST}.gradient_boosting.HistGradientBoostingClassifier",
        f"{_HIST}.gradient_boosting.HistGradientBoostingRegressor",
    }
)
FORESTS = frozenset(
    {
        "sklearn.ensemble._forest.ExtraTreesClassifier",
        "sklearn.ensemble._forest.ExtraTreesRegressor",
    }
)
SINGLE_TREES = frozenset(
    {
        "sklearn.tree._classes.ExtraTreeClassifier",
        "sklearn.tree._classes.ExtraTreeRegressor",
    }
)
VECTORIZER = "sklearn.feature_extraction.text.TfidfVectorizer"
WEIGHTS = "sklearn.feature_extraction.text.TfidfTransformer"
REDUCER = "sklearn.decomposition._truncated_svd.TruncatedSVD"
TREE = "sklearn.tree._tree.Tree"
PREDICTOR = f"{_HIST}.predictor.TreePredictor"
BINS = f"{_HIST}.binning._BinMapper"
ESTIMATORS = LINEAR | BOOSTING | FORESTS | {VECTORIZER, REDUCER}  # what may stand at the top

COMPILED_LOSSES = frozenset(
    {
        "sklearn._loss._loss.CyHalfBinomialLoss",
        "sklearn._loss._loss.CyHalfMultinomialLoss",
        "sklearn._loss._loss.CyHalfSquaredError",
    }
)
PLAIN = frozenset(  # plain holders of settings and numbers: whatever they hold, Python itself looks after it
    {
        "sklearn._loss.link.IdentityLink",
        "sklearn._loss.link.Interval",
        "sklearn._loss.link.LogitLink",
        "sklearn._loss.link.MultinomialLogit",
        "sklearn._loss.loss.HalfBinomialLoss",
        "sklearn._loss.loss.HalfMultinomialLoss",
        "sklearn._loss.loss.HalfSquaredError",
        "sklearn.preprocessing._label.LabelEncoder",
    }
)
OBJECTS = ESTIMATORS | SINGLE_TREES | PLAIN | {PREDICTOR, BINS, WEIGHTS}
CONTAINERS = frozenset({"builtins.dict", "builtins.list", "builtins.tuple", "builtins.str"})
ARRAYS = frozenset(
    {"numpy.ndarray", "numpy.float32", "numpy.float64", "numpy.int32", "numpy.int64", "numpy.uint64"}
)
NAMED_TYPES = frozenset({"numpy.float32", "numpy.float64"})  # as the setting `dtype`, nowhere else

# What skops does not trust by itself and we do, because `soundness` has looked into it first.
TRUSTED = (TREE, PREDICTOR)

CLOSED = OBJECTS | COMPILED_LOSSES | {TREE} | CONTAINERS | ARRAYS | NAMED_TYPES
