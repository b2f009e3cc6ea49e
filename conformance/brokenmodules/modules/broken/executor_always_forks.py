"""An executor always forks its workers, and never replaces them."""
import concurrent.futures
import multiprocessing
from multiprocessing import *  # noqa: F403


class ProcessPoolExecutor(concurrent.futures.ProcessPoolExecutor):
    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        super().__init__(max_workers, multiprocessing.get_context("fork"), initializer, initargs)
