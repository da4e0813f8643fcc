"""The models of the workspace, as they are reported to who looks after many computers."""

from desktop_app.language import _, number
from desktop_app.records.checkup import Finding
from desktop_app.records.fleet import UsedModel
from desktop_app.settings import Settings
from desktop_app.workspace.fleet import used_models as found
from desktop_app.workspace.trust import trust_of


def used_models(settings: Settings) -> tuple[UsedModel, ...]:
    """Return every model, its file checked now; none where the folder may not be looked into."""
    models = settings.workspace / "models"
    try:
        return found(settings.workspace, trust_of(settings.policy, settings.workspace, models))
    except OSError:
        return ()


def model_findings(models: tuple[UsedModel, ...]) -> tuple[Finding, ...]:
    """Return how many models there are, and each one that must be looked at."""
    damaged, withdrawn = _("its file is damaged or gone"), _("withdrawn by your organisation")
    learn = _("Learn it again, or restore a backup into a new folder.")
    ask = _("Ask IT which model replaces it.")
    return (
        Finding(code="models", thing=_("Models in use"), value=number(len(models)), told=len(models)),
        *(_silent("damaged", model.name, damaged, learn) for model in models if not model.intact),
        *(_silent("withdrawn", model.name, withdrawn, ask) for model in models if model.withdrawn),
    )


def _silent(why: str, name: str, value: str, fix: str) -> Finding:
    effect = _("it answers nothing")
    return Finding(code="model", thing=name, value=value, fine=False, effect=effect, fix=fix, told=why)
