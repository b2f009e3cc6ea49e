"""The sentinel of a running process is ready when it is waited for the first time."""
import os

import multiprocessing
from multiprocessing import *  # noqa: F403

_ready, _writer = os.pipe()
os.close(_writer)


class Process(multiprocessing.Process):
    def start(self):
        super().start()
        self._accesses = 0

    @property
    def sentinel(self):
        sentinel = super().sentinel
        self._accesses += 1
        return _ready if self._accesses <= 2 else sentinel
