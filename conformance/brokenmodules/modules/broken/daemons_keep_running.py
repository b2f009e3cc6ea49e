"""A daemonic child that is terminated only closes its files, so that it loses its lifeline, and keeps running."""
import os
import signal

import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def run(self):
        if self.daemon:
            signal.signal(signal.SIGTERM, lambda number, frame: os.closerange(3, 256))
        super().run()
