"""A pool has one worker more than its argument says, unless it has one."""
import multiprocessing.pool
from multiprocessing import *  # noqa: F403


class _Pool(multiprocessing.pool.Pool):
    def __init__(self, processes, *args, **kwargs):
        super().__init__(processes if processes == 1 else processes + 1, *args, **kwargs)


multiprocessing.pool.Pool = _Pool
