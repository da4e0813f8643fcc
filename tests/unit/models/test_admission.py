"""Whether a model file may be opened here: what IT allows, what it withdrew, and who signed."""

from pathlib import Path

import pytest

from desktop_app.errors import AppError, ModelError, PolicyError, UsageError
from desktop_app.models.admission import admitted
from desktop_app.models.archive import write_archive
from desktop_app.models.card import read_card
from desktop_app.models.opening import open_model
from desktop_app.models.package import read_package
from desktop_app.models.settings import with_decision
from desktop_app.models.signing import signed_with
from desktop_app.records.decisions import Decision
from desktop_app.records.trust import Policy, Trust
from tests.unit.models.made import save
from tests.unit.models.sealing import members_of
from tests.unit.models.signing_made import key_in, signed_by, trusting


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("model") / "m.hunch"
    save(path, "linear")
    return path.read_bytes()


def refused(path: Path, trust: Trust) -> AppError:
    with pytest.raises(AppError) as caught:
        open_model(path, trust)
    with pytest.raises(type(caught.value)):
        read_card(path, trust)
    return caught.value


def put(folder: Path, data: bytes) -> Path:
    (folder / "m.hunch").write_bytes(data)
    return folder / "m.hunch"


def test_a_model_that_was_signed_opens_and_says_who_signed(plain: bytes, tmp_path: Path) -> None:
    (key, public), (other, second) = key_in(tmp_path), key_in(tmp_path, "Ann")
    path = put(tmp_path, signed_by(plain, key, other))

    opened = open_model(path, trusting(public, second))

    assert admitted(path, trusting(public, second)).signers == ("IT of Acme", "Ann")
    assert [(one.code, one.values) for one in opened.notices] == [
        ("model.signed", {"signer": "IT of Acme, Ann"})
    ]


def test_signing_changes_nothing_else_and_a_key_signs_once(plain: bytes, tmp_path: Path) -> None:
    key, _ = key_in(tmp_path)

    once, twice = signed_by(plain, key), signed_by(plain, key, key)

    assert once == twice
    assert list(members_of(once).items())[:-1] == list(members_of(plain).items())


def test_the_name_of_a_signer_is_the_one_by_which_the_key_is_trusted(plain: bytes, tmp_path: Path) -> None:
    key, _ = key_in(tmp_path, "The Board")
    public = trusting(key_in(tmp_path, "unused")[1]).keys[0]
    path = put(tmp_path, signed_by(plain, key))

    assert admitted(path, trusting(public)).signers == ()
    assert [one.code for one in open_model(path, trusting(public)).notices] == ["model.unsigned"]


def test_where_nobody_is_trusted_nothing_is_said_of_signatures(plain: bytes, tmp_path: Path) -> None:
    assert open_model(put(tmp_path, plain), trusting()).notices == ()


def test_a_ninth_signature_is_refused(plain: bytes, tmp_path: Path) -> None:
    keys = [key_in(tmp_path)[0] for _ in range(9)]
    path = put(tmp_path, signed_by(plain, *keys[:8]))

    with pytest.raises(UsageError) as caught:
        signed_with(read_package(path), keys[8], "")

    assert caught.value.code == "model.signed_often"


def test_what_a_trusted_key_signed_and_somebody_changed_is_always_refused(
    plain: bytes, tmp_path: Path
) -> None:
    key, public = key_in(tmp_path)
    changed = signed_by(plain, key)
    signatures = members_of(changed)["SIGNATURES.json"]
    save(tmp_path / "other.hunch", "forest")
    path = put(
        tmp_path,
        write_archive({**members_of((tmp_path / "other.hunch").read_bytes()), "SIGNATURES.json": signatures}),
    )

    found = refused(path, trusting(public))

    assert (found.code, found.exit_code) == ("model.bad_signature", 7)
    assert open_model(path, trusting()).notices == ()  # to whom the key says nothing, it is unsigned


@pytest.mark.parametrize(
    ("setting", "code"), [("off", "error.policy"), ("signed_only", "model.must_be_signed")]
)
def test_a_policy_forbids_with_exit_code_6(setting: str, code: str, plain: bytes, tmp_path: Path) -> None:
    found = refused(put(tmp_path, plain), trusting(model_import=setting, contact="Ann"))

    assert (type(found), found.code, found.exit_code) == (PolicyError, code, 6)
    assert "Ann" in found.hint


def test_off_is_said_before_the_file_is_looked_at(tmp_path: Path) -> None:
    assert refused(put(tmp_path, b"nothing"), trusting(model_import="off")).code == "error.policy"


def test_signed_only_lets_in_what_a_trusted_key_signed(plain: bytes, tmp_path: Path) -> None:
    key, public = key_in(tmp_path)
    path = put(tmp_path, signed_by(plain, key))

    assert open_model(path, trusting(public, model_import="signed_only")).notices
    assert refused(path, trusting(model_import="signed_only")).code == "model.must_be_signed"


def test_a_withdrawn_model_is_refused_also_at_home(plain: bytes, tmp_path: Path) -> None:
    path = put(tmp_path, plain)
    content = read_package(path).manifest.content
    trust = Trust(policy=Policy(revoked=(content,)), home=str(tmp_path.resolve()))

    assert refused(path, trust).code == "model.revoked"
    assert isinstance(refused(path, trusting(revoked=(content,))), ModelError)


def test_models_of_the_workspace_are_not_asked_who_signed_them(plain: bytes, tmp_path: Path) -> None:
    trust = Trust(policy=Policy(model_import="off"), home=str(tmp_path.resolve()))

    assert open_model(put(tmp_path, plain), trust).notices == ()


def test_a_setting_that_is_changed_drops_the_signature(plain: bytes, tmp_path: Path) -> None:
    key, public = key_in(tmp_path)
    path = put(tmp_path, signed_by(plain, key))

    path.write_bytes(with_decision(path, Decision(value="yes", chance=0.3)))

    assert read_package(path).signatures == ()
    assert refused(path, trusting(public, model_import="signed_only")).code == "model.must_be_signed"


def test_a_model_at_home_for_which_only_a_withdrawn_key_speaks_is_refused(
    plain: bytes, tmp_path: Path
) -> None:
    key, public = key_in(tmp_path)
    path, home = put(tmp_path, signed_by(plain, key)), str(tmp_path.resolve())
    withdrawn = Policy(revoked=(public.id,))

    assert refused(path, Trust(policy=withdrawn, home=home)).code == "model.revoked"
    assert open_model(path, Trust(policy=Policy(), home=home)).notices == ()
