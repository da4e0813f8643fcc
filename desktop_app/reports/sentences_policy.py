"""What IT has laid down, a sentence a setting."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

SENTENCES = {
    "policy.archive_import.on": Sentence(mark("Backups may be restored.")),
    "policy.archive_import.off": Sentence(mark("Backups may not be restored.")),
    "policy.max_import": Sentence(mark("Files of up to {limit} may be opened.")),
    "policy.max_import.none": Sentence(mark("Files of any size may be opened.")),
    "policy.headless_bind.any": Sentence(
        mark("Models may answer programs on this computer, and with a token those on others.")
    ),
    "policy.headless_bind.loopback": Sentence(mark("Models may answer programs on this computer only.")),
    "policy.headless_bind.off": Sentence(mark("Models may not answer programs over HTTP.")),
    "policy.allow_network_drives.yes": Sentence(
        mark("Hunch may keep its folder on a disk of another computer.")
    ),
    "policy.allow_network_drives.no": Sentence(
        mark("Hunch may not keep its folder on a disk of another computer.")
    ),
    "policy.export.on": Sentence(mark("Answers, models, reports and tables may be saved as files.")),
    "policy.export.off": Sentence(mark("Answers, models, reports and tables may not be saved as files.")),
    "policy.diagnostics_export.on": Sentence(
        mark("A file about this computer, without anybody's data, may be saved for IT.")
    ),
    "policy.diagnostics_export.off": Sentence(mark("A file about this computer may not be saved.")),
    "policy.watch.on": Sentence(mark("Folders may be watched for new files.")),
    "policy.watch.off": Sentence(mark("Folders may not be watched.")),
    "policy.dask.on": Sentence(mark("A Dask cluster may be given work, with the rows for it.")),
    "policy.dask.off": Sentence(mark("No Dask cluster may be given work.")),
    "policy.dask_plain.on": Sentence(mark("A cluster of other computers may be used without encryption.")),
    "policy.dask_plain.off": Sentence(mark("A cluster of other computers may be used over TLS only.")),
    "policy.dask_address.laid": Sentence(mark("The only cluster that may be used is {address}.")),
    "policy.dask_address.free": Sentence(mark("Which cluster is used may be chosen.")),
    "policy.workspace.laid": Sentence(mark("The folder of Hunch is {path}.")),
    "policy.workspace.free": Sentence(mark("The folder of Hunch may be chosen.")),
    "policy.keep": Sentence(
        mark("A table that nobody opens for {count} day is forgotten."),
        mark("A table that nobody opens for {count} days is forgotten."),
    ),
    "policy.keep.none": Sentence(mark("Tables are kept until somebody deletes them.")),
}
