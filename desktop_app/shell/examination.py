"""All that is looked at on this computer, for the command line and the pages alike."""

from desktop_app.records.checkup import Finding, Variable
from desktop_app.records.fleet import UsedModel
from desktop_app.records.record import dataclass
from desktop_app.settings import Settings
from desktop_app.shell.checkup.folders import folder_findings
from desktop_app.shell.checkup.memory import memory_findings
from desktop_app.shell.checkup.models import model_findings, used_models
from desktop_app.shell.checkup.pages import ShownIn, reach_findings
from desktop_app.shell.checkup.program import program_findings
from desktop_app.shell.checkup.rules import rule_findings, variables
from desktop_app.shell.diagnostics.content import diagnostics


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """Looks at this computer each time it is asked; nothing is changed."""

    settings: Settings
    shown_in: ShownIn = "command"

    def findings(self) -> tuple[Finding, ...]:
        """Return all that was looked at, in the order in which it matters."""
        return self.findings_with(self.models())

    def findings_with(self, models: tuple[UsedModel, ...]) -> tuple[Finding, ...]:
        """Return all that was looked at, where the models were looked at already."""
        return (
            *program_findings(),
            *folder_findings(self.settings.workspace.absolute()),
            *memory_findings(self.settings),
            *reach_findings(self.shown_in),
            *rule_findings(self.settings),
            *model_findings(models),
        )

    def models(self) -> tuple[UsedModel, ...]:
        """Return every model, its file checked now."""
        return used_models(self.settings)

    def variables(self) -> tuple[Variable, ...]:
        """Return every environment variable that Hunch reads."""
        return variables(self.settings)

    def diagnostics(self, findings: tuple[Finding, ...]) -> str:
        """Return the file for IT, which holds nobody's data."""
        return diagnostics(self.settings, findings, self.shown_in)
