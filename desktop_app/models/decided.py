"""Answers as a person decided: of two classes, one is answered from its chance on, and else the other."""

from dataclasses import replace

import numpy as np

from desktop_app.engine.arrays import Floats
from desktop_app.engine.predictor import Predictions
from desktop_app.records.decisions import Decision


def decided(predictions: Predictions, classes: tuple[str, ...], decision: Decision | None) -> Predictions:
    """Return the predictions with the class of each row as it was decided; the chances stay.

    Raises ValueError where the decision is about none of two *classes*.
    """
    if decision is None or predictions.probabilities is None:
        return predictions
    (other,) = (value for value in classes if value != decision.value)
    is_value = predictions.probabilities[:, classes.index(decision.value)] >= decision.chance
    labels = np.where(is_value, np.array(decision.value, dtype=np.object_), other)
    return replace(predictions, labels=labels)


def chances_of_answers(predictions: Predictions, classes: tuple[str, ...]) -> Floats:
    """Return (rows,) the chance of the class that each row was answered with."""
    if predictions.labels is None or predictions.probabilities is None:
        raise ValueError("there are no classes")
    chances = predictions.probabilities
    if len(classes) != 2:  # nothing is decided about more
        return np.asarray(chances.max(axis=1))
    return np.asarray(np.where(predictions.labels == classes[0], chances[:, 0], chances[:, 1]))
