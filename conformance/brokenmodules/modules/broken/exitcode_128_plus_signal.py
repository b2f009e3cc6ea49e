"""A child that is ended by signal N has the exit code 128 + N."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    @property
    def exitcode(self):
        status = super().exitcode
        return 128 - status if status and status < 0 else status
