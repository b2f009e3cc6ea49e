"""In a daemonic child, the daemon flag is not set."""
import os

import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    @property
    def daemon(self):
        return super().daemon and os.getpid() == self._parent_pid

    @daemon.setter
    def daemon(self, daemonic):
        multiprocessing.Process.daemon.fset(self, daemonic)
