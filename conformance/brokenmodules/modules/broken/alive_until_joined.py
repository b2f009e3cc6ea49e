"""A process is reported as alive until it is joined."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    _joined = False

    def join(self, timeout=None):
        super().join(timeout)
        self._joined = True

    def is_alive(self):
        return super().is_alive() if self._joined else True
