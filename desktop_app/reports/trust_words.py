"""Who signed a model and what IT has laid down, in words."""

from collections.abc import Sequence
from pathlib import Path

from desktop_app.language import size
from desktop_app.records.trust import Policy
from desktop_app.reports.notice_words import text_of


def signature_text(signed_by: Sequence[str]) -> str:
    """Return who signed a model file that came from outside."""
    if signed_by:
        return text_of("model.signed", {"signer": ", ".join(signed_by)})
    return text_of("model.unsigned")


def invalid_text(path: Path, problem: str, place: str = "") -> str:
    """Return that a policy cannot be obeyed, why, and at which setting or line."""
    return text_of("error.policy_invalid", {"path": str(path), "problem": problem, "place": place})


_SAID: dict[str, dict[str | bool, str]] = {  # setting -> value -> code
    "model_import": {
        "ask": "policy.model_import.ask",
        "signed_only": "policy.model_import.signed_only",
        "off": "policy.model_import.off",
    },
    "archive_import": {"on": "policy.archive_import.on", "off": "policy.archive_import.off"},
    "export": {"on": "policy.export.on", "off": "policy.export.off"},
    "diagnostics_export": {
        "on": "policy.diagnostics_export.on",
        "off": "policy.diagnostics_export.off",
    },
    "watch": {"on": "policy.watch.on", "off": "policy.watch.off"},
    "dask": {"on": "policy.dask.on", "off": "policy.dask.off"},
    "dask_plain": {"on": "policy.dask_plain.on", "off": "policy.dask_plain.off"},
    "api": {"ask": "policy.api.ask", "off": "policy.api.off"},
    "headless_bind": {
        "any": "policy.headless_bind.any",
        "loopback": "policy.headless_bind.loopback",
        "off": "policy.headless_bind.off",
    },
    "allow_network_drives": {
        True: "policy.allow_network_drives.yes",
        False: "policy.allow_network_drives.no",
    },
}


def policy_lines(policy: Policy) -> list[str]:
    """Return what a policy allows, a line a setting."""
    said = {name: text_of(codes[getattr(policy, name)]) for name, codes in _SAID.items()}
    revoked = [text_of("policy.revoked", {"count": len(policy.revoked)})] if policy.revoked else []
    return [
        said.pop("model_import"),
        *(text_of("policy.trusted", {"name": key.name, "id": key.id}) for key in policy.trusted_keys),
        *revoked,
        *said.values(),
        *_limits(policy),
        text_of("policy.contact", {"contact": policy.contact}),
    ]


def _limits(policy: Policy) -> list[str]:
    """Return the settings that are numbers or places."""
    most, place, days = policy.max_import_mb, policy.workspace, policy.keep_tables_days
    cluster = policy.dask_address
    return [
        text_of("policy.max_import", {"limit": size(most * 10**6)})
        if most
        else text_of("policy.max_import.none"),
        text_of("policy.dask_address.laid", {"address": cluster})
        if cluster
        else text_of("policy.dask_address.free"),
        text_of("policy.workspace.laid", {"path": place}) if place else text_of("policy.workspace.free"),
        text_of("policy.keep", {"count": days}) if days else text_of("policy.keep.none"),
    ]


def unusable_text(policy: Policy) -> str:
    """Return why a model that was just saved may not be opened again on this computer, if so."""
    if policy.model_import == "off":
        return text_of("cli.train_off")
    if policy.model_import == "signed_only":
        return text_of("cli.train_unsigned", {"contact": policy.contact})
    return ""
