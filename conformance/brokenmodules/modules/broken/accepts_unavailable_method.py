"""set_start_method() accepts a start method that is not listed, and ignores it."""
import multiprocessing
from multiprocessing import *  # noqa: F403


def get_all_start_methods():
    return ["forkserver", "fork"]


def set_start_method(method, force=False):
    if method != "spawn":
        multiprocessing.set_start_method(method, force=force)
