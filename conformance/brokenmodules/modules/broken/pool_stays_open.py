"""A pool that was closed, or whose with block has ended, keeps its workers and takes further tasks."""
import multiprocessing.pool
from multiprocessing import *  # noqa: F403


class _Pool(multiprocessing.pool.Pool):
    def __init__(self, *args, **kwargs):
        self._given = []
        super().__init__(*args, **kwargs)

    def apply_async(self, *args, **kwargs):
        self._given.append(super().apply_async(*args, **kwargs))
        return self._given[-1]

    def __exit__(self, *_):
        pass

    def close(self):
        pass

    def join(self):
        for result in self._given:
            result.wait()


multiprocessing.pool.Pool = _Pool
