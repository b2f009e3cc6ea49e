"""set_start_method() raises a KeyError for an unknown start method."""
import multiprocessing
from multiprocessing import *  # noqa: F403


def set_start_method(method, force=False):
    if method not in multiprocessing.get_all_start_methods():
        raise KeyError(method)
    multiprocessing.set_start_method(method, force=force)
