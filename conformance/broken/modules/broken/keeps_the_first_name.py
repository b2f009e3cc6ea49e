"""A name that is given to a process after it was made is lost."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    name = property(lambda self: self._name, lambda self, name: None)
