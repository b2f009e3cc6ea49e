"""A closed process object can still be used."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def close(self):
        if self.is_alive():
            super().close()
