"""An argument of bytes is cut to what a pipe holds."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def run(self):
        self._args = [one[:65536] if isinstance(one, bytes) else one for one in self._args]
        super().run()
