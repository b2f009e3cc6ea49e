"""set_start_method(None) has no effect if a start method is set."""
import multiprocessing
from multiprocessing import *  # noqa: F403


def set_start_method(method, force=False):
    if method is not None or force or multiprocessing.get_start_method(allow_none=True) is None:
        multiprocessing.set_start_method(method, force=force)
