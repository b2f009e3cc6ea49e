"""set_start_method(None, force=True) has no effect."""
import multiprocessing
from multiprocessing import *  # noqa: F403


def set_start_method(method, force=False):
    if method is not None or not force:
        multiprocessing.set_start_method(method, force=force)
