"""What IT does not allow is refused where it would happen, in words that name whom to ask."""

from pathlib import Path
from typing import get_args

import pytest

from desktop_app.errors import AppError, PolicyError, UsageError
from desktop_app.journeys.catalogue import JOURNEYS
from desktop_app.records.jsonable import to_json
from desktop_app.records.remote import cluster_at
from desktop_app.records.trust import STRICTEST, Policy, Thing
from desktop_app.workspace.allowed import EXPORTING, check_allowed, check_cluster, check_host, check_order

OFF = Policy(export="off", max_import_mb=1, contact="Ann")


@pytest.mark.parametrize("thing", get_args(Thing))
def test_each_thing_is_refused_with_its_own_sentence(thing: Thing, tmp_path: Path) -> None:
    nowhere = tmp_path / "policy.json"  # a file that is named and not there forbids all

    with pytest.raises(PolicyError) as caught:
        check_allowed(thing, nowhere)

    assert "IT" in caught.value.hint
    assert caught.value.exit_code == 6
    assert not STRICTEST.may(thing)


@pytest.mark.parametrize("thing", get_args(Thing))
def test_without_a_policy_all_is_allowed(thing: Thing) -> None:
    check_allowed(thing, None)


@pytest.mark.parametrize("journey", sorted(EXPORTING))
def test_a_worker_saves_nothing_outside_where_that_is_off(journey: str) -> None:
    assert journey in JOURNEYS

    with pytest.raises(PolicyError, match=r"policy\.no_export"):
        check_order(journey, {}, OFF, None)


@pytest.mark.parametrize("journey", ["group_file", "odd_file"])
def test_a_model_of_rows_is_not_saved_either_where_no_table_is(journey: str) -> None:
    check_order(journey, {"out": "", "model": ""}, OFF, None)

    with pytest.raises(PolicyError, match=r"policy\.no_export"):
        check_order(journey, {"out": "", "model": "/elsewhere/groups.hunch"}, OFF, None)


TLS, PLAIN, LOCAL = "tls://10.1.2.3:8786", "tcp://10.1.2.3:8786", "tcp://127.0.0.1:8786"


@pytest.mark.parametrize("address", [TLS, LOCAL, "tcp://localhost:8786", "tcp://[::1]:8786"])
def test_a_cluster_that_nobody_can_listen_to_may_be_used(address: str) -> None:
    check_cluster(Policy(), cluster_at(address))


@pytest.mark.parametrize(
    ("policy", "address", "code"),
    [
        (Policy(), PLAIN, "dask.plain"),
        (Policy(dask="off"), LOCAL, "policy.no_dask"),
        (Policy(dask_address=TLS), LOCAL, "policy.dask_address"),
        (Policy(dask_address=PLAIN), PLAIN, "dask.plain"),
        (STRICTEST, TLS, "policy.no_dask"),
    ],
)
def test_any_other_cluster_is_refused_also_by_the_worker(policy: Policy, address: str, code: str) -> None:
    order = {"cluster": to_json(cluster_at(address))}

    with pytest.raises(AppError) as met:
        check_order("train", order, policy, None)

    assert met.value.code == code


def test_it_may_let_a_closed_network_be_used_without_encryption() -> None:
    check_cluster(Policy(dask_plain="on"), cluster_at(PLAIN))


@pytest.mark.parametrize(
    "address",
    [
        *(
            "",
            "8786",
            "cluster:8786",
            "http://10.1.2.3:8786",
            "tls://10.1.2.3",
            "tls://:8786",
            "tls://a:99999",
        ),
        *(
            "tls://a:b",
            "tls://a:8786/",
            "tls://a:8786?x",
            "tls://me@a:8786",
            "tls://[::1:8786",
            "TLS://a:8786",
        ),
    ],
)
def test_what_is_no_address_of_a_scheduler_is_said(address: str) -> None:
    with pytest.raises(UsageError, match=r"dask\.address"):
        cluster_at(address)


@pytest.mark.parametrize("journey", ["import", "train", "apply", "inspect_file", "verify", "explain"])
def test_work_inside_goes_on(journey: str) -> None:
    check_order(journey, {}, OFF, None)


@pytest.mark.parametrize("name", ["path", "model", "like", "beside", "graph", "schema", "tested"])
def test_a_file_that_is_too_large_is_not_read(name: str, tmp_path: Path) -> None:
    (tmp_path / "large.csv").write_bytes(bytes(1_000_001))

    with pytest.raises(PolicyError) as caught:
        check_order("import", {name: str(tmp_path / "large.csv")}, OFF, tmp_path / "models")

    assert caught.value.message == '"large.csv" has 1 MB, and your organisation allows files of up to 1 MB.'


def test_models_of_the_workspace_may_be_larger(tmp_path: Path) -> None:
    (tmp_path / "own.hunch").write_bytes(bytes(1_000_001))

    check_order("apply", {"model": str(tmp_path / "own.hunch")}, OFF, tmp_path)


@pytest.mark.parametrize(
    ("bind", "is_loopback", "code"),
    [
        ("any", False, ""),
        ("loopback", True, ""),
        ("loopback", False, "policy.only_here"),
        ("off", True, "policy.no_service"),
    ],
)
def test_models_answer_only_whom_it_allows(bind: str, is_loopback: bool, code: str) -> None:
    policy = Policy(headless_bind=bind)  # type: ignore[arg-type]  # one of its values
    if not code:
        check_host(policy, is_loopback=is_loopback)
        return
    with pytest.raises(PolicyError, match=code):
        check_host(policy, is_loopback=is_loopback)


def test_each_of_several_files_must_be_small_enough(tmp_path: Path) -> None:
    small, large = tmp_path / "small.csv", tmp_path / "large.csv"
    small.write_bytes(b"a\n1\n")
    large.write_bytes(b"1" * 1_000_001)
    policy = Policy(max_import_mb=1)
    check_order("answer_there", {"files": [{"path": str(small)}]}, policy, None)

    with pytest.raises(PolicyError, match=r"policy\.too_big"):
        check_order("answer_there", {"files": [{"path": str(small)}, {"path": str(large)}]}, policy, None)
