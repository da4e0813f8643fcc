"""Whether IT allows what a person is about to do, asked at the place where it would happen."""

from collections.abc import Mapping
from pathlib import Path
from typing import cast

from desktop_app.errors import ClusterError, PolicyError
from desktop_app.language import size
from desktop_app.records.jsonable import JSON, from_json
from desktop_app.records.remote import Cluster, cluster_at
from desktop_app.records.trust import Policy, Thing
from desktop_app.settings import Settings
from desktop_app.workspace.trust import read_policy

_REFUSED: dict[Thing, str] = {
    "archive_import": "policy.no_archive",
    "diagnostics_export": "policy.no_diagnostics",
    "export": "policy.no_export",
    "watch": "policy.no_watch",
    "api": "api.off",
}
# The journeys that end with a file outside of the workspace.
EXPORTING = frozenset(
    {
        *("export", "convert_file", "predict_file", "write_report"),
        *("hand_over", "save_impersonal", "train_file", "bring_onnx", "group_file", "odd_file"),
        *("forecast_file", "predict_any", "answer_there"),
    }
)
_LEAVING_A_MODEL = frozenset({"group_file", "odd_file"})  # where one is named, with or without a table
# What orders call files that come from outside.
_FILES = ("path", "model", "like", "beside", "graph", "schema", "tested")


def check_allowed(thing: Thing, named: Path | None) -> None:
    """Raise PolicyError where it is not allowed at this moment; *named*: the policy of the settings."""
    policy = read_policy(named).policy
    if not policy.may(thing):
        raise PolicyError(_REFUSED[thing], contact=policy.contact)


def check_host(policy: Policy, *, is_loopback: bool) -> None:
    """Raise PolicyError where `serve` may not answer, or not at such an address."""
    if policy.headless_bind == "off":
        raise PolicyError("policy.no_service", contact=policy.contact)
    if policy.headless_bind == "loopback" and not is_loopback:
        raise PolicyError("policy.only_here", contact=policy.contact)


def named_cluster(settings: Settings, address: str = "", keys: str = "") -> Cluster:
    """Return the cluster at an address, or the one of the settings.

    Raises ClusterError where the address is none, and what `check_cluster` raises.
    """
    cluster = cluster_at(address or settings.dask, keys or settings.dask_keys)
    check_cluster(read_policy(settings.policy).policy, cluster)
    return cluster


def check_cluster(policy: Policy, cluster: Cluster) -> None:
    """Raise PolicyError where a cluster may not be given work, ClusterError where others could read it."""
    if policy.dask == "off":
        raise PolicyError("policy.no_dask", contact=policy.contact)
    if policy.dask_address and cluster.address != policy.dask_address:
        raise PolicyError("policy.dask_address", address=policy.dask_address, contact=policy.contact)
    if not (cluster.is_encrypted or cluster.is_here or policy.dask_plain == "on"):
        raise ClusterError("dask.plain", address=cluster.address)


def check_order(journey: str, params: Mapping[str, object], policy: Policy, home: Path | None) -> None:
    """Raise PolicyError where a worker may not save something outside, or may not read so large a file.

    Models in the folder *home* were let in before.
    """
    if _saves_outside(journey, params) and not policy.may("export"):
        raise PolicyError(_REFUSED["export"], contact=policy.contact)
    if cluster := params.get("cluster"):
        check_cluster(policy, from_json(Cluster, cast("JSON", cluster)))
    if policy.max_import_mb is None:
        return
    limit = policy.max_import_mb * 10**6
    several = cast("list[dict[str, str]]", params.get("files", []))
    names = [*(str(params[name]) for name in _FILES if params.get(name)), *(one["path"] for one in several)]
    for file in map(Path, names):
        if file.parent != home and file.is_file() and (found := file.stat().st_size) > limit:
            raise PolicyError(
                "policy.too_big",
                file=file.name,
                size=size(found),
                limit=size(limit),
                contact=policy.contact,
            )


def _saves_outside(journey: str, params: Mapping[str, object]) -> bool:
    is_model = journey in _LEAVING_A_MODEL and bool(params.get("model"))
    return journey in EXPORTING and (bool(params.get("out", True)) or is_model)
