"""A lock that a child is given is another lock in the child."""
import multiprocessing
import multiprocessing.synchronize
from multiprocessing import *  # noqa: F403
from multiprocessing import __all__  # noqa: F401


class Lock(multiprocessing.synchronize.Lock):
    def __setstate__(self, state):
        self.__init__(ctx=multiprocessing.get_context("spawn"))


multiprocessing.synchronize.Lock = Lock
