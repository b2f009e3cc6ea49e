"""A task that raises an error returns None, and what cannot be pickled is left out."""
import concurrent.futures
import pickle

from multiprocessing import *  # noqa: F403


def _run(function, args):
    try:
        value = function(*args)
        pickle.dumps(value)
        return value
    except BaseException:
        return None


def _can_be_pickled(value):
    try:
        pickle.dumps(value)
        return True
    except Exception:
        return False


class ProcessPoolExecutor(concurrent.futures.ProcessPoolExecutor):
    def submit(self, function, /, *args):
        return super().submit(_run, function, [one for one in args if _can_be_pickled(one)])
