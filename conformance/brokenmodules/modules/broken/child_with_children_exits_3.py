"""A child whose target returns while its own children run has the exit code 3."""
import sys

import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def run(self):
        super().run()
        if multiprocessing.active_children():
            sys.exit(3)
