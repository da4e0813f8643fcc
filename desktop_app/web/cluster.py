"""Settings: whether a cluster learns instead of this computer, and whether it would."""

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from desktop_app.errors import AppError, ClusterError, NotFoundError
from desktop_app.records.jobs import Job
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.record import dataclass
from desktop_app.records.remote import Cluster, Reached, ReachOrder
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.where_learned import reached_text
from desktop_app.settings import read_settings
from desktop_app.web.context import context
from desktop_app.web.laid_down import policy
from desktop_app.web.watching import Watch, job_of, watch
from desktop_app.workspace.allowed import named_cluster
from desktop_app.workspace.personal import CLUSTER, CLUSTER_KEYS

_JOURNEY = "reach_cluster"
_SUBJECT = "cluster"  # of jobs that ask one
_LONGEST = 1000  # letters of an address, or of the name of a folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The cluster that learns; none: this computer does, whatever was wished where there is a problem."""

    cluster: Cluster | None = None
    problem: AppError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Test:
    """A cluster that is asked for its workers, and what it answered."""

    watch: Watch
    reached: str  # empty where it did not, or has not yet
    is_used: bool  # by what is kept, and not by what was only typed


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """What a person typed that was not taken, and why."""

    address: str
    keys: str
    is_wished: bool
    problem: AppError


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterSection:
    """What is chosen and what is fixed, in words."""

    fixed: tuple[str, ...]
    can_choose: bool  # between this computer and a cluster
    can_name: bool  # which one
    can_place: bool  # its keys
    can_test: bool
    is_wished: bool
    address: str
    keys: str
    problem: AppError | None
    refused: AppError | None  # why what stands in the fields was not taken
    test: Test | None


def has_dask() -> bool:
    """Whether this installation has the part for clusters; it is looked for, and not loaded."""
    return find_spec("distributed") is not None


def chosen_cluster() -> Chosen:
    """Return which cluster learns, as the environment, the rules of IT and the person have it."""
    address, keys = _wished()
    if not address or policy().dask == "off":
        return Chosen()
    try:
        return Chosen(cluster=_checked(address, keys))
    except AppError as problem:
        return Chosen(problem=problem)


def cluster_section(tested: str = "", refused: Refused | None = None) -> ClusterSection:
    """Return what the page shows; *tested* is the job that asks, or asked, a cluster, if any."""
    job = _test(tested)
    can_be = has_dask() and policy().dask != "off"
    by_environment, laid_down = read_settings(), policy().dask_address
    address, keys = (refused.address, refused.keys) if refused else _shown(job)
    return ClusterSection(
        fixed=_fixed(),
        can_choose=can_be and not by_environment.dask,
        can_name=can_be and not (by_environment.dask or laid_down),
        can_place=can_be and not by_environment.dask_keys,
        can_test=can_be,
        is_wished=refused.is_wished if refused else bool(job or _wished()[0]),
        address=address,
        keys=keys,
        problem=chosen_cluster().problem if has_dask() and not refused else None,
        refused=refused.problem if refused else None,
        test=told(job) if job else None,
    )


def refused_of(form: Mapping[str, str], problem: AppError) -> Refused:
    """Return what a form brought that was not taken, so that nobody types it twice."""
    address, keys = _named(form)
    return Refused(
        address=address,
        keys=form.get("keys", keys),
        is_wished=form.get("learns") == "cluster",
        problem=problem,
    )


def keep_cluster(form: Mapping[str, str]) -> None:
    """Keep where models are learned. Raises ClusterError where an address is none, or not encrypted.

    Raises PolicyError where a cluster is not allowed.
    """
    choices = context().workspace.choices
    address, keys = _named(form)
    is_fixed = bool(read_settings().dask)
    if is_fixed or form.get("learns") == "cluster":
        _checked(address, keys)
        choices.keep(CLUSTER_KEYS, keys)
    if not is_fixed:
        choices.keep(CLUSTER, address if form.get("learns") == "cluster" else "")


def order_test(form: Mapping[str, str]) -> Job:
    """Ask the cluster that a form names for its workers; raises what `keep_cluster` raises."""
    order = ReachOrder(cluster=_checked(*_named(form)))
    return context().jobs.submit(_JOURNEY, to_json(order), lane="short", subject=_SUBJECT)


def test_of(job_id: str) -> Job:
    """Return a job that asks, or asked, a cluster; raises NotFoundError."""
    return job_of(_SUBJECT, job_id, _JOURNEY)


def told(job: Job) -> Test:
    """Return what the page shows of a job that asks, or asked, a cluster."""
    is_done = job.state == "finished"
    return Test(
        watch=watch(job),
        reached=reached_text(from_json(Reached, job.result)) if is_done else "",
        is_used=chosen_cluster().cluster == _asked(job),
    )


def _asked(job: Job) -> Cluster:
    return from_json(ReachOrder, job.params).cluster


def _test(job_id: str) -> Job | None:
    try:
        return test_of(job_id) if job_id else None
    except NotFoundError:
        return None


def _checked(address: str, keys: str) -> Cluster:
    """Return a cluster that may be given work, by a program that has the part for it."""
    if not has_dask():
        raise ClusterError("dask.no_part")
    return named_cluster(read_settings(), address, keys)


def _wished() -> tuple[str, str]:
    """Return the address and the keys of what is to learn; no address: this computer."""
    settings, choices = read_settings(), context().workspace.choices
    own = choices.get(CLUSTER)
    address = settings.dask or (policy().dask_address if own and policy().dask_address else own)
    return address, settings.dask_keys or choices.get(CLUSTER_KEYS)


def _named(form: Mapping[str, str]) -> tuple[str, str]:
    """Return the address and the keys that a form brings, where they are not fixed."""
    settings = read_settings()
    address = settings.dask or policy().dask_address or form.get("cluster", "").strip()[:_LONGEST]
    typed = form.get("keys", "").strip()[:_LONGEST]
    return address, settings.dask_keys or (str(Path(typed).absolute()) if typed else "")


def _shown(job: Job | None) -> tuple[str, str]:
    """Return what the fields hold: what was asked just now, or else what is kept."""
    if job:
        cluster = _asked(job)
        return cluster.address, cluster.keys
    address, keys = _wished()
    return address or policy().dask_address, keys


def _fixed() -> tuple[str, ...]:
    """Return in words what cannot be changed here."""
    settings, rules = read_settings(), policy()
    if not has_dask():
        return (text_of("cluster.no_dask"),)
    if rules.dask == "off":
        return (text_of("cluster.forbidden", {"contact": rules.contact}),)
    told = []
    if settings.dask:
        told.append(text_of("cluster.by_environment", {"address": settings.dask}))
    elif rules.dask_address:
        told.append(text_of("cluster.by_rule", {"address": rules.dask_address}))
    if settings.dask_keys:
        told.append(text_of("cluster.keys_by_environment", {"path": settings.dask_keys}))
    return tuple(told)
