"""An executor does not call the initializer."""
import concurrent.futures
from multiprocessing import *  # noqa: F403


class ProcessPoolExecutor(concurrent.futures.ProcessPoolExecutor):
    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        super().__init__(max_workers, mp_context, max_tasks_per_child=max_tasks_per_child)
