"""A process with the exit code 0 is reported as alive."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def is_alive(self):
        return super().is_alive() or self.exitcode == 0
