"""How long tables are kept, where IT has laid that down: seen to once at each start."""

import logging

from desktop_app.errors import SaveError
from desktop_app.settings import Settings
from desktop_app.workspace.moments import today
from desktop_app.workspace.store import Workspace
from desktop_app.workspace.trust import read_policy

log = logging.getLogger(__name__)


def forget_unused(workspace: Workspace, settings: Settings) -> None:
    """Forget what nobody opens any more; what the disk does not take now is tried at the next start."""
    days = read_policy(settings.policy).policy.keep_tables_days
    if days is None:
        return
    try:
        count = workspace.forgetting.forget_unused(days, today())
    except SaveError as error:
        log.warning("tables could not be forgotten: %s", error.code)
        return
    if count:
        log.info("%s tables that nobody opened for %s days are forgotten", count, days)
