"""The parent sees another process ID than the child has."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    pid = property(lambda self: super().pid and super().pid + 1)
