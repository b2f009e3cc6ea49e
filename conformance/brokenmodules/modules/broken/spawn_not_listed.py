"""spawn is not listed; everything else is right."""
import multiprocessing
from multiprocessing import *  # noqa: F403


def get_all_start_methods():
    return [method for method in multiprocessing.get_all_start_methods() if method != "spawn"]


def set_start_method(method, force=False):
    if method == "spawn":
        raise ValueError("cannot find context for 'spawn'")
    multiprocessing.set_start_method(method, force=force)
