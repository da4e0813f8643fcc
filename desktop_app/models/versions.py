"""The versions of what made a model, and of what is here."""

import platform

import numpy
import scipy
import sklearn
import skops

from desktop_app import __version__


def versions() -> dict[str, str]:
    """Return the versions that a model file is stamped with."""
    return {
        "hunch": __version__,
        "python": platform.python_version(),
        "numpy": numpy.__version__,
        "scipy": scipy.__version__,
        "scikit-learn": sklearn.__version__,
        "skops": skops.__version__,
    }
