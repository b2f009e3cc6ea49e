"""A process without a target fails."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def run(self):
        self._target(*self._args, **self._kwargs)
