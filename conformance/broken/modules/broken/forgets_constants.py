"""A child has lost a constant of the main module."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def run(self):
        self._target.__globals__["CONSTANT"] = None
        super().run()
