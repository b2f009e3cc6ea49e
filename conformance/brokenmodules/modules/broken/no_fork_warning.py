"""start() emits no warnings."""
import warnings

import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def start(self):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            super().start()
