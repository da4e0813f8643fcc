"""Every journey by its name. Importing this loads pandas and scikit-learn: for workers only."""

from desktop_app.journeys.apply import apply
from desktop_app.journeys.export_table import export_table
from desktop_app.journeys.finish import finish
from desktop_app.journeys.import_table import import_table
from desktop_app.journeys.inspect_file import inspect_file, inspect_model
from desktop_app.journeys.journey import Journey
from desktop_app.journeys.predict_file import predict_file
from desktop_app.journeys.prepare import prepare
from desktop_app.journeys.train import train
from desktop_app.journeys.train_file import train_file

JOURNEYS: dict[str, Journey] = {
    "import": import_table,
    "train": train,
    "finish": finish,
    "prepare": prepare,
    "apply": apply,
    "export": export_table,
    "inspect_file": inspect_file,
    "inspect_model": inspect_model,
    "train_file": train_file,
    "predict_file": predict_file,
}
