"""A child that calls sys.exit() with False has the exit code 1."""
import sys

import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def run(self):
        try:
            super().run()
        except SystemExit as end:
            sys.exit(1 if end.code is False else end.code)
