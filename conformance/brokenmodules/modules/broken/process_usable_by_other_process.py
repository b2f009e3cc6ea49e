"""A process other than the one that created a process object may join it and read its state."""
import os

import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def join(self, timeout=None):
        if os.getpid() == self._parent_pid:
            super().join(timeout)

    def is_alive(self):
        return os.getpid() != self._parent_pid or super().is_alive()
