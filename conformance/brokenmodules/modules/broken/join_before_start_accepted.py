"""join() before start() has no effect."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def join(self, timeout=None):
        if self.pid is not None:
            super().join(timeout)
