"""A child that calls sys.exit() with any number other than 0 has the exit code 1."""
import sys

import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def run(self):
        try:
            super().run()
        except SystemExit as end:
            sys.exit(bool(end.code) if isinstance(end.code, int) else end.code)
