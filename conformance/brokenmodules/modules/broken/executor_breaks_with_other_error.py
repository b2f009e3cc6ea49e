"""A broken executor raises another error than BrokenProcessPool."""
import concurrent.futures.process
from multiprocessing import *  # noqa: F403
from concurrent.futures import ProcessPoolExecutor  # noqa: F401


class WorkerDied(RuntimeError):
    """An error that does not say that the executor is broken."""


concurrent.futures.process.BrokenProcessPool = WorkerDied
