"""A child does not have one of the main module's constants."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def run(self):
        self._target.__globals__["CONSTANT"] = None
        super().run()
