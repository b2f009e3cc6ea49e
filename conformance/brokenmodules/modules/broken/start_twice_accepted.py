"""A second call of start() has no effect."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def start(self):
        if self.pid is None:
            super().start()
