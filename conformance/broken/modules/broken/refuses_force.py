"""The start method cannot be chosen again by force either."""
import multiprocessing
from multiprocessing import *  # noqa: F403


def set_start_method(method, force=False):
    multiprocessing.set_start_method(method)
