"""What the addresses of a service share."""

from flask import current_app

from desktop_app.jobs.served import Served
from desktop_app.service.metrics import Metrics
from desktop_app.service.rules import Rules


class Service:
    """A model that is asked by two workers: one answers rows, the other whole tables, which take longer."""

    def __init__(self, rows: Served, tables: Served, rules: Rules) -> None:
        self.rows, self.tables, self.rules = rows, tables, rules
        self.metrics = Metrics()

    def open(self) -> None:
        """Open the model, so that the first request need not wait. Raises what the worker meets."""
        self.rows.open()

    def close(self) -> None:
        """End both workers."""
        self.rows.close()
        self.tables.close()


def service() -> Service:
    """Return what the app at hand was made with."""
    found: Service = current_app.extensions["hunch_service"]
    return found
