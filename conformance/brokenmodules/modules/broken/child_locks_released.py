"""The locks of the main module are released in a forked child."""
import sys

import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def run(self):
        for value in vars(sys.modules["__main__"]).values():
            if hasattr(value, "_at_fork_reinit"):
                value._at_fork_reinit()
        super().run()
