"""A pool does not call the initializer."""
import multiprocessing.pool
from multiprocessing import *  # noqa: F403


class _Pool(multiprocessing.pool.Pool):
    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        super().__init__(processes, maxtasksperchild=maxtasksperchild, context=context)


multiprocessing.pool.Pool = _Pool
