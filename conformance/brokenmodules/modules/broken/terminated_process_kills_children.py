"""A terminated process kills its children before it ends."""
import os
import signal

import multiprocessing
from multiprocessing import *  # noqa: F403


def _end(number, frame):
    for process in multiprocessing.active_children():
        process.kill()
        process.join()
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    os.kill(os.getpid(), signal.SIGTERM)


class Process(multiprocessing.Process):
    def start(self):
        signal.signal(signal.SIGTERM, _end)
        super().start()

    def run(self):
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        super().run()
