"""A worker that terminate_workers() ends first runs the finally clauses of its task."""
import concurrent.futures
import signal

from multiprocessing import *  # noqa: F403


def _fail(number, frame):
    raise RuntimeError("the worker was terminated")


def _initialize(initializer, initargs):
    signal.signal(signal.SIGTERM, _fail)
    if initializer is not None:
        initializer(*initargs)


class ProcessPoolExecutor(concurrent.futures.ProcessPoolExecutor):
    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        super().__init__(max_workers, mp_context, _initialize, (initializer, initargs), max_tasks_per_child=max_tasks_per_child)
