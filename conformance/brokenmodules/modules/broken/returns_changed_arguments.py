"""The changes that a child makes to its arguments reach the main process when it joins the child."""
import os
import pickle

import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._given = [one for one in self._args if isinstance(one, list)]
        self._back, self._there = os.pipe()

    def run(self):
        super().run()
        os.write(self._there, pickle.dumps(self._given))

    def join(self, timeout=None):
        super().join(timeout)
        if self._given and self.exitcode == 0:
            for mine, changed in zip(self._given, pickle.loads(os.read(self._back, 65536))):
                mine[:] = changed
            self._given = []
