"""A learned kind goes from one process to another, as from a worker of a cluster."""

import copy

from sklearn.linear_model import LinearRegression

from desktop_app.engine.model import Member


def test_what_answers_sooner_stays_behind_and_is_made_anew() -> None:
    estimator = LinearRegression().fit([[0.0], [1.0]], [0.0, 1.0])
    member = Member(kind="linear", weight=0.5, estimator=estimator, answering=object())

    came = copy.copy(member)  # by the same way as through a pipe

    assert (came.kind, came.weight, came.estimator) == ("linear", 0.5, estimator)
    assert came.answering is not member.answering
    assert came.answering.predict([[0.5]]) == estimator.predict([[0.5]])
