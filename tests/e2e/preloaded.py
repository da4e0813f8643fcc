"""All that a worker needs, loaded by being imported."""

from desktop_app.jobs.worker import load_all, load_on_demand

load_all(load_on_demand)
