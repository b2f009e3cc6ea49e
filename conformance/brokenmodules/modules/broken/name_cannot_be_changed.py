"""A name that is set after the process object was created is lost."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    name = property(lambda self: self._name, lambda self, name: None)
