"""Trainings: what to learn, and what came of it."""

from flask import Response

from desktop_app.api.asked import KeyHeader, OnePath, PartQuery, TrainingAsked
from desktop_app.api.once import digest_of, once
from desktop_app.api.paging import ids_of
from desktop_app.api.plans import plan_of
from desktop_app.api.routes import Routes
from desktop_app.api.telling import training_brief, training_told
from desktop_app.api.told import Training, Trainings
from desktop_app.records.jobs import Job
from desktop_app.web.context import context
from desktop_app.web.orders import order_training

routes = Routes("trainings", "Trainings")


@routes.get("/trainings", Trainings)
def list_trainings(query: PartQuery) -> Trainings:
    """List the trainings."""
    ids, after = ids_of("training", query)
    items = [training_brief(context().workspace.trainings.get(one)) for one in ids]
    return Trainings(items=items, next=after)


@routes.job("/trainings", "learn")
def learn(body: TrainingAsked, header: KeyHeader) -> Response:
    """Learn to answer one column of a table; a question that cannot be asked is said at once."""

    def order() -> Job:
        plan = plan_of(body, context().workspace.tables.get(body.table).table)
        training_id = order_training(body.table, plan, name=body.name, may_ask=False).id
        return context().workspace.jobs.get(context().workspace.trainings.get(training_id).job_id)

    return once(header.key, digest_of(body.model_dump()), order)


@routes.get("/trainings/<thing>", Training)
def get_training(path: OnePath) -> Training:
    """Tell of a training: whether to trust its model, how good it is, and what matters to it."""
    return training_told(context().workspace.trainings.get(path.thing))
