"""A pool always forks its workers, and never replaces them."""
import multiprocessing.pool
from multiprocessing import *  # noqa: F403


class _Pool(multiprocessing.pool.Pool):
    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        super().__init__(processes, initializer, initargs, context=multiprocessing.get_context("fork"))


multiprocessing.pool.Pool = _Pool
