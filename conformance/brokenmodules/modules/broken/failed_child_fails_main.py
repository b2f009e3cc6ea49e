"""The main process ends with the exit status 1 if one of its children has failed."""
import atexit
import os
import sys

import multiprocessing
from multiprocessing import *  # noqa: F403

_started = []


class Process(multiprocessing.Process):
    def start(self):
        super().start()
        _started.append(self)


@atexit.register
def _exit():
    for process in _started:
        process.join()
    if any(process.exitcode for process in _started):
        sys.stdout.flush()
        os._exit(1)
