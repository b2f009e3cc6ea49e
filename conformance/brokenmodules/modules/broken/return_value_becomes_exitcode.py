"""The value that a target returns becomes the exit code."""
import sys

import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def run(self):
        sys.exit(self._target(*self._args, **self._kwargs))
