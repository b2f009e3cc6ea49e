"""The default start method is not the documented one."""
import multiprocessing
from multiprocessing import *  # noqa: F403

_chosen = []


def get_all_start_methods():
    return ["fork", "forkserver", "spawn"]


def get_start_method(allow_none=False):
    return _chosen[-1] if _chosen else None if allow_none else "fork"


def set_start_method(method, force=False):
    multiprocessing.set_start_method(method, force=force)
    _chosen.append(method)
