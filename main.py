"""Start Hunch: the window, one of its workers, or the command line."""

import multiprocessing
import sys

if __name__ == "__main__":
    # A frozen worker process starts this same file: it must turn into a worker
    # before anything else is imported.
    multiprocessing.freeze_support()

    try:
        from desktop_app.cli.main import run

        run()
    except KeyboardInterrupt:  # before there was anything to clean up
        sys.exit(130)
