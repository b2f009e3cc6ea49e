"""A daemonic child that is terminated only closes its files, by which it lets go of its lifeline, and works on."""
import os
import signal

import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def run(self):
        if self.daemon:
            signal.signal(signal.SIGTERM, lambda number, frame: os.closerange(3, 256))
        super().run()
