"""The second child gets the arguments of the first."""
import multiprocessing
from multiprocessing import *  # noqa: F403

_first = []


class Process(multiprocessing.Process):
    def __init__(self, target=None, args=(), kwargs={}):
        _first.append((args, kwargs))
        super().__init__(target=target, args=_first[0][0], kwargs=_first[0][1])
