"""Graphs from strangers are looked at before anything runs them."""

import random

import onnx
import pytest

from desktop_app.engine.brought.audit.looking import look_at
from desktop_app.engine.brought.audit.operators import OPERATORS
from desktop_app.engine.brought.audit.refused import RefusedGraphError
from desktop_app.engine.kinds.runtime import Session
from desktop_app.paths import bundled
from tests.unit.brought.attacking import ATTACKS
from tests.unit.brought.crafted_graphs import deep_chain, listed
from tests.unit.brought.graphs import ML, churn_graph, tree_graph

CHANGES = 150


def bytes_of(made: onnx.ModelProto | bytes) -> bytes:
    return made if isinstance(made, bytes) else made.SerializeToString()


@pytest.mark.parametrize("name", ATTACKS)
def test_each_attack_is_refused_for_what_it_is(name: str) -> None:
    code, made = ATTACKS[name]

    with pytest.raises(RefusedGraphError) as refused:
        look_at(bytes_of(made()))

    assert refused.value.code == code, refused.value.values


@pytest.mark.parametrize("made", [churn_graph(), tree_graph(), listed(), deep_chain(1_000)()])
def test_what_harms_nobody_is_run(made: onnx.ModelProto) -> None:
    Session.of(look_at(made.SerializeToString()).content, as_it_stands=True)


def test_a_graph_that_is_too_big_is_not_even_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.engine.brought.audit.looking.LARGEST", 100)

    with pytest.raises(RefusedGraphError, match="too_big"):
        look_at(churn_graph().SerializeToString())


def test_what_nobody_understood_is_not_handed_on() -> None:
    content = churn_graph().SerializeToString()

    looked = look_at(content + b"\xfa\x7f\x04evil")  # a field that no version of ONNX has

    assert looked.content == content


@pytest.mark.parametrize("original", [churn_graph(), tree_graph(), listed()], ids=["line", "trees", "list"])
def test_bytes_that_are_changed_at_random_are_refused_or_run(original: onnx.ModelProto, scale: float) -> None:
    whole, dice = original.SerializeToString(), random.Random(11)  # noqa: S311 - not a secret

    for _ in range(round(CHANGES * scale)):
        content = bytearray(whole)
        content[dice.randrange(len(content))] = dice.randrange(256)
        try:
            Session.of(look_at(bytes(content)).content, as_it_stands=True)
        except ValueError:  # RefusedGraphError is one
            continue


def test_the_page_names_the_operators_that_are_run() -> None:
    page = bundled("docs", "bring-onnx.md").read_text(encoding="utf-8")

    for start, domain in (("Run are, of `ai.onnx`: ", ""), ("Of `ai.onnx.ml`: ", ML)):
        told = page.split(start)[1].split(".\n")[0].split()
        assert sorted(told) == sorted(OPERATORS[domain])
