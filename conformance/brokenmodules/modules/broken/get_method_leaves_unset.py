"""get_start_method() does not fix the default start method."""
import multiprocessing
from multiprocessing import *  # noqa: F403
from multiprocessing import __all__  # noqa: F401


def get_start_method(allow_none=False):
    return multiprocessing.get_start_method(allow_none=True) or (None if allow_none else "forkserver")
