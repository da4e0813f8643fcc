"""The models of the workspace, as `hunch doctor` reports them to who looks after many computers."""

from desktop_app.cli.checkup import Finding
from desktop_app.language import _, mark, number
from desktop_app.records.fleet import UsedModel
from desktop_app.settings import Settings


def used_models(settings: Settings) -> tuple[UsedModel, ...]:
    """Return every model, its file checked now."""
    from desktop_app.workspace.fleet import used_models as found
    from desktop_app.workspace.trust import trust_of

    models = settings.workspace / "models"
    return found(settings.workspace, trust_of(settings.policy, settings.workspace, models))


def model_findings(models: tuple[UsedModel, ...]) -> tuple[Finding, ...]:
    """Return how many models there are, and each one that must be looked at."""
    damaged, withdrawn = _("its file is damaged or gone"), _("withdrawn by your organisation")
    learn = mark("Learn it again, or restore a backup into a new folder.")
    ask = mark("Ask IT which model replaces it.")
    return (
        Finding(thing=_("Models in use"), value=number(len(models))),
        *(_silent(model, damaged, learn) for model in models if not model.intact),
        *(_silent(model, withdrawn, ask) for model in models if model.withdrawn),
    )


def drive_findings(settings: Settings) -> tuple[Finding, ...]:
    """Return that the workspace lies on a network drive, if it does."""
    from desktop_app.workspace.place import is_on_network

    if not is_on_network(settings.workspace):
        return ()
    return (
        Finding(
            thing=_("Folder of Hunch"),
            value=_("on a disk of another computer"),
            fine=False,
            effect=mark("its database may be damaged when the connection breaks"),
            fix=mark("Choose a folder of this computer with --workspace DIR."),
        ),
    )


def _silent(model: UsedModel, why: str, fix: str) -> Finding:
    return Finding(thing=model.name, value=why, fine=False, effect=mark("it answers nothing"), fix=fix)
