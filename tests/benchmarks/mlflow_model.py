"""A scikit-learn pipeline saved as MLflow saves it: run by the Python of an environment that holds MLflow.

    python mlflow_model.py FILE TARGET FOLDER

The lightest pipeline that reads the columns: imputed and scaled numbers, one-hot values, a line.
"""

import sys

import mlflow.sklearn
import pandas as pd
from sklearn.compose import make_column_transformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler


def main(file: str, target: str, folder: str) -> None:
    """Learn from a table and save the model."""
    frame = pd.read_csv(file).dropna(subset=[target])
    x, y = frame.drop(columns=target), frame[target]
    numbers = make_pipeline(SimpleImputer(strategy="median"), StandardScaler())
    names = list(x.select_dtypes("number"))
    kinds = OneHotEncoder(handle_unknown="ignore")
    table = make_column_transformer((numbers, names), (kinds, [name for name in x if name not in names]))
    line = Ridge() if y.dtype.kind == "f" else LogisticRegression(max_iter=300)
    model = make_pipeline(table, line).fit(x, y)
    mlflow.sklearn.save_model(model, folder, skops_trusted_types=["numpy.dtype"])


if __name__ == "__main__":
    main(*sys.argv[1:])
