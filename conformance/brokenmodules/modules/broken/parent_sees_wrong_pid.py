"""In the parent, the pid of a child is not the child's process ID."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    pid = property(lambda self: super().pid and super().pid + 1)
