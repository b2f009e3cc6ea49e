"""The server of a manager does not call its initializer."""
import multiprocessing.managers
from multiprocessing import *  # noqa: F403

_start = multiprocessing.managers.BaseManager.start

multiprocessing.managers.BaseManager.start = lambda self, initializer=None, initargs=(): _start(self)
