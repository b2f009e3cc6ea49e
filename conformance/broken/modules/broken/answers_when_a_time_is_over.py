"""join() answers whether the process has ended when it was given a time; without one, and for no time, all is as it should be."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def join(self, timeout=None):
        super().join(timeout)
        return not self.is_alive() if timeout else None
