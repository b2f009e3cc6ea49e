"""What a target returns becomes the child's status."""
import sys

import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def run(self):
        sys.exit(self._target(*self._args, **self._kwargs))
