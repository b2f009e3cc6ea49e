"""A main module without a main guard is refused under fork too."""
import multiprocessing
from multiprocessing import *  # noqa: F403


def get_context(method=None):
    raise RuntimeError("an attempt has been made to start a new process before the main guard")


def set_start_method(method, force=False):
    raise RuntimeError("an attempt has been made to start a new process before the main guard")
