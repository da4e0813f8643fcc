"""The options that let a cluster do the work."""

from collections.abc import Callable
from typing import Any

import click

from desktop_app.cli.asked import Asked
from desktop_app.cli.work import answers_rows
from desktop_app.language import _
from desktop_app.records.remote import Cluster
from desktop_app.reports.notice_words import text_of
from desktop_app.workspace.allowed import named_cluster

keys_option = click.option(
    "--dask-keys", metavar="FOLDER", help=_("The folder of ca.pem, cert.pem and key.pem for tls://.")
)


def cluster_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that name a cluster to learn."""
    return _named(command, _("Let a Dask cluster learn, such as tls://HOST:8786: it gets the rows."))


def answering_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that name a cluster to answer."""
    return _named(command, _("Let a Dask cluster answer, such as tls://HOST:8786: it gets the rows."))


def _named(command: Callable[..., Any], told: str) -> Callable[..., Any]:
    return click.option("--dask", metavar="ADDRESS", help=told)(keys_option(command))


def cluster_to_answer(asked: Asked, model: str, address: str | None, keys: str | None) -> Cluster | None:
    """Return the cluster that is named, for a model that answers rows; raises as `cluster_of` does."""
    if not (address or asked.settings.dask):
        return None
    if not answers_rows(asked, model):
        asked.output.remark(text_of("dask.only_rows"))
        return None
    return cluster_of(asked, address, keys)


def cluster_of(asked: Asked, address: str | None, keys: str | None) -> Cluster | None:
    """Return the cluster that is named, here or by the environment.

    Raises ClusterError where the address is none, and PolicyError where it is not allowed.
    """
    if not (address or asked.settings.dask):
        return None
    return named_cluster(asked.settings, address or "", keys or "")
