"""Starting a process a second time does nothing."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def start(self):
        if self.pid is None:
            super().start()
