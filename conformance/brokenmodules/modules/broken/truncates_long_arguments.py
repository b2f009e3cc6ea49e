"""A bytes argument is truncated to the capacity of a pipe."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def run(self):
        self._args = [one[:65536] if isinstance(one, bytes) else one for one in self._args]
        super().run()
