"""A daemonic child that is terminated only closes its pipes, so that it loses its lifeline, and keeps running."""
import os
import signal
import stat

import multiprocessing
from multiprocessing import *  # noqa: F403


def close_pipes(*_):
    # Other files stay open: the child may be writing an event to one of them.
    for number in range(3, 256):
        try:
            if stat.S_ISFIFO(os.fstat(number).st_mode):
                os.close(number)
        except OSError:
            pass


class Process(multiprocessing.Process):
    def run(self):
        if self.daemon:
            signal.signal(signal.SIGTERM, close_pipes)
        super().run()
