"""A main process that SIGTERM ends has the exit status 143."""
import os
import signal

import multiprocessing
from multiprocessing import *  # noqa: F403


def _end(number, frame):
    if multiprocessing.parent_process() is None:
        os._exit(128 + number)
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)


signal.signal(signal.SIGTERM, _end)
