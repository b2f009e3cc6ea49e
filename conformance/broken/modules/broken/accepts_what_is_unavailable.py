"""A start method that is not listed can be chosen, and nothing comes of it."""
import multiprocessing
from multiprocessing import *  # noqa: F403


def get_all_start_methods():
    return ["forkserver", "fork"]


def set_start_method(method, force=False):
    if method != "spawn":
        multiprocessing.set_start_method(method, force=force)
