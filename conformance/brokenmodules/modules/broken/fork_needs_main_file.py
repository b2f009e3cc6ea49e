"""A program whose main module is not a file cannot start processes."""
import sys

import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def start(self):
        if not hasattr(sys.modules["__main__"], "__file__"):
            raise RuntimeError("the main module has no file")
        super().start()
