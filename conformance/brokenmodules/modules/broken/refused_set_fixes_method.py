"""A refused call of set_start_method() fixes the default start method."""
import multiprocessing
from multiprocessing import *  # noqa: F403

_spoiled = []


def get_start_method(allow_none=False):
    return multiprocessing.get_start_method(allow_none=True) or ("forkserver" if _spoiled or not allow_none else None)


def set_start_method(method, force=False):
    if method not in multiprocessing.get_all_start_methods():
        _spoiled.append(method)
    multiprocessing.set_start_method(method, force=force)
