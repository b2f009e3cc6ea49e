"""A process that was not started has the exit code 0."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    @property
    def exitcode(self):
        return 0 if self.pid is None else super().exitcode
