"""A process that was closed can be used as before."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def close(self):
        if self.is_alive():
            super().close()
