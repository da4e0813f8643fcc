"""Who signed a model and what IT has laid down, in words."""

from collections.abc import Sequence
from pathlib import Path

from desktop_app.records.trust import Policy
from desktop_app.reports.notice_words import text_of


def signature_text(signed_by: Sequence[str]) -> str:
    """Return who signed a model file that came from outside."""
    if signed_by:
        return text_of("model.signed", {"signer": ", ".join(signed_by)})
    return text_of("model.unsigned")


def invalid_text(path: Path, problem: str) -> str:
    """Return that a policy cannot be obeyed, and why."""
    return text_of("error.policy_invalid", {"path": str(path), "problem": problem})


def policy_lines(policy: Policy) -> list[str]:
    """Return what a policy allows, a line a setting."""
    allowed = {
        "ask": "policy.model_import.ask",
        "signed_only": "policy.model_import.signed_only",
        "off": "policy.model_import.off",
    }
    revoked = [text_of("policy.revoked", {"count": len(policy.revoked)})] if policy.revoked else []
    return [
        text_of(allowed[policy.model_import]),
        *(text_of("policy.trusted", {"name": key.name, "id": key.id}) for key in policy.trusted_keys),
        *revoked,
        text_of("policy.contact", {"contact": policy.contact}),
    ]


def unusable_text(policy: Policy) -> str:
    """Return why a model that was just saved may not be opened again on this computer, if so."""
    if policy.model_import == "off":
        return text_of("cli.train_off")
    if policy.model_import == "signed_only":
        return text_of("cli.train_unsigned", {"contact": policy.contact})
    return ""
