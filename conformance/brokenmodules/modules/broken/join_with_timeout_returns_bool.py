"""join() with a timeout other than 0 returns whether the process has ended."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def join(self, timeout=None):
        super().join(timeout)
        return not self.is_alive() if timeout else None
