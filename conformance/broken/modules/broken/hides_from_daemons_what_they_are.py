"""A daemonic child is told that it is none."""
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
