"""What was laid down from outside: the policy of IT, and the environment variables."""

from desktop_app.language import _, mark, number, size
from desktop_app.records.checkup import Finding, Variable
from desktop_app.settings import LOG_LEVELS, VARIABLES, Settings
from desktop_app.workspace.trust import read_policy

_MEANT = {
    "HUNCH_WORKERS": mark("Set it to a whole number such as 2, or remove it."),
    "HUNCH_MEMORY_LIMIT": mark("Set it to an amount such as 4GB, or remove it."),
    "HUNCH_API_PORT": mark("Set it to a whole number from 1 to 65535, or remove it."),
    "HUNCH_LANGUAGE": mark("Set it to a language that Hunch speaks, such as en, or remove it."),
    "HUNCH_LOG_LEVEL": mark("Set it to one of {levels}, or remove it."),
}


def rule_findings(settings: Settings) -> tuple[Finding, ...]:
    """Return whether the policy and each variable can be obeyed."""
    return (_policy(settings), *_not_understood(settings))


def variables(settings: Settings) -> tuple[Variable, ...]:
    """Return every environment variable that Hunch reads."""
    memory = _("half of the memory") if settings.memory_limit is None else size(settings.memory_limit)
    values = {
        "HUNCH_WORKSPACE": str(settings.workspace),
        "HUNCH_POLICY": str(settings.policy or _("none")),
        "HUNCH_WORKERS": number(settings.workers),
        "HUNCH_MEMORY_LIMIT": memory,
        "HUNCH_LOG_LEVEL": settings.log_level,
        "HUNCH_LANGUAGE": settings.language,
        "HUNCH_API_PORT": str(settings.api_port),
        "HUNCH_DASK": settings.dask or _("none"),
        "HUNCH_DASK_KEYS": settings.dask_keys or _("none"),
    }
    return tuple(Variable(name=name, value=values[name], source=settings.sources[name]) for name in VARIABLES)


def _policy(settings: Settings) -> Finding:
    found = read_policy(settings.policy)
    return Finding(
        code="policy",
        thing=_("Rules of your organisation"),
        value=str(found.path or _("none")),
        fine=not found.problem,
        effect=_("the strictest rules hold"),
        fix=_("Tell IT: {problem}.").format(problem=_(found.problem)),
        told="not obeyed" if found.problem else "obeyed" if found.path else "none",
    )


def _not_understood(settings: Settings) -> tuple[Finding, ...]:
    """Return a finding for each environment variable whose value means nothing."""
    return tuple(
        Finding(
            code=name,
            thing=name,
            value=value,
            fine=False,
            effect=_("its default holds"),
            fix=_(_MEANT[name]).replace("{levels}", ", ".join(LOG_LEVELS)),
            told="not understood",
        )
        for name, value in settings.not_understood.items()
    )
