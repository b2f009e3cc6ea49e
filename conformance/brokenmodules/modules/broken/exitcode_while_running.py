"""A running process has the exit code 0."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    @property
    def exitcode(self):
        return None if self.pid is None else super().exitcode or 0
