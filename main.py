"""Start Hunch: the window, one of its workers, or the command line."""

import signal

if __name__ == "__main__":
    # Until the program listens itself there is nothing to put in order: an interruption simply ends it.
    signal.signal(signal.SIGINT, signal.SIG_DFL)

    # A frozen worker process starts this same file: it must turn into a worker
    # before anything else is imported.
    import multiprocessing

    multiprocessing.freeze_support()

    from desktop_app.cli.main import run

    try:
        run()
    except KeyboardInterrupt:  # before there was anything to clean up
        raise SystemExit(130) from None
