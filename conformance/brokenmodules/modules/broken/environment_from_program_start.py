"""A child gets the environment that the main process had when it started."""
import os

import multiprocessing
from multiprocessing import *  # noqa: F403

_first = dict(os.environ)


class Process(multiprocessing.Process):
    def run(self):
        os.environ.clear()
        os.environ.update(_first)
        super().run()
