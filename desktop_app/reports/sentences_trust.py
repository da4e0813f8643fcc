"""What is said of signatures, of keys, and of what IT has laid down."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

SENTENCES = {
    "model.signed": Sentence(mark("Signed by {signer}. Not changed since.")),
    "model.unsigned": Sentence(
        mark(
            "It is not signed by anyone this computer trusts, so who made it is only what the file says. "
            "Use it only if you know who sent it."
        )
    ),
    "model.signature_void": Sentence(
        mark(
            "You changed a setting, so the signature of {signer} no longer holds. "
            "The signed original is kept."
        )
    ),
    "error.policy_invalid": Sentence(
        mark(
            "The rules of your organisation cannot be read, so the strictest apply. "
            "Tell IT: in {path}, {problem}. Look at: {place}."
        )
    ),
    "policy.none": Sentence(mark("Your organisation has laid down nothing for this computer.")),
    "policy.path": Sentence(mark("Laid down by your organisation in {path}.")),
    "policy.model_import.ask": Sentence(mark("Model files may be opened; who signed them is said.")),
    "policy.model_import.signed_only": Sentence(
        mark("Only model files that somebody trusted here has signed may be opened.")
    ),
    "policy.model_import.off": Sentence(mark("Model files may not be opened.")),
    "policy.api.ask": Sentence(mark("Programs on this computer may be let in under Settings.")),
    "policy.api.off": Sentence(mark("Programs may not be let in.")),
    "policy.trusted": Sentence(mark("Trusted by your organisation: {name}, key {id}.")),
    "policy.revoked": Sentence(
        mark("{count} model or key is withdrawn."), mark("{count} models or keys are withdrawn.")
    ),
    "policy.contact": Sentence(mark("Ask {contact} about these rules.")),
    "key.made": Sentence(
        mark(
            "The key of {name} is saved as {path}. Keep that file to yourself: who has it can sign as {name}."
        )
    ),
    "key.made.hint": Sentence(mark("Hand on {path}. Who is to trust {name} types: {command} {path}")),
    "key.trusted": Sentence(mark("Models that {name} signed (key {id}) are now trusted here.")),
    "key.removed": Sentence(mark("{name} (key {id}) is no longer trusted here.")),
    "key.yours": Sentence(mark("Trusted by you: {name}, key {id}.")),
    "key.nobody": Sentence(mark("Nobody is trusted here yet.")),
    "key.signed": Sentence(mark('"{model}" is signed by {name}, key {id}.')),
    "cli.train_off": Sentence(
        mark("Your organisation does not allow to open model files here, so this one is for other computers.")
    ),
    "cli.train_unsigned": Sentence(
        mark(
            "Your organisation allows only signed models here: "
            "{contact} must sign this one before it is used."
        )
    ),
}
