"""A terminated child runs its finally clauses and exit handlers before the signal ends it."""
import atexit
import os
import signal

import multiprocessing
from multiprocessing import *  # noqa: F403


class Terminated(BaseException):
    pass


def _raise(number, frame):
    raise Terminated


class Process(multiprocessing.Process):
    def run(self):
        signal.signal(signal.SIGTERM, _raise)
        try:
            super().run()
        except Terminated:
            atexit._run_exitfuncs()
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            os.kill(os.getpid(), signal.SIGTERM)
