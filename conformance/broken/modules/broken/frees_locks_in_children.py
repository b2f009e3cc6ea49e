"""A forked child finds the locks of the main module free."""
import sys

import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def run(self):
        for value in vars(sys.modules["__main__"]).values():
            if hasattr(value, "_at_fork_reinit"):
                value._at_fork_reinit()
        super().run()
