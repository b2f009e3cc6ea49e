"""A child whose target has returned has the exit code 3."""
import sys

import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def run(self):
        super().run()
        sys.exit(3)
