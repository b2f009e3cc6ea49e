"""A constant of the main module is missing in a child."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def run(self):
        self._target.__globals__["CONSTANT"] = None
        super().run()
