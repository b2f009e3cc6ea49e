"""get_context() raises a KeyError for an unknown start method."""
import multiprocessing
from multiprocessing import *  # noqa: F403
from multiprocessing import __all__  # noqa: F401


def get_context(method=None):
    if method is not None and method not in multiprocessing.get_all_start_methods():
        raise KeyError(method)
    return multiprocessing.get_context(method)
