"""A child that ends with an exit status always has the exit code 0."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    @property
    def exitcode(self):
        status = super().exitcode
        return status and min(status, 0)
