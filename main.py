"""Start Hunch: the window, one of its workers, or the command line."""

import gc
import signal

if __name__ == "__main__":
    # Until the program listens itself there is nothing to put in order: an interruption simply ends it.
    signal.signal(signal.SIGINT, signal.SIG_DFL)

    # What is loaded stays: to look through it for garbage takes a sixth of the start. After that it is on.
    gc.disable()

    # A frozen worker process starts this same file: it must turn into a worker
    # before anything else is imported.
    import multiprocessing

    multiprocessing.freeze_support()

    from desktop_app.cli.main import run

    try:
        run()
    except KeyboardInterrupt:  # before there was anything to clean up
        raise SystemExit(130) from None
