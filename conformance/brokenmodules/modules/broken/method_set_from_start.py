"""The default start method counts as set before the program sets one."""
import multiprocessing
from multiprocessing import *  # noqa: F403


def get_start_method(allow_none=False):
    return multiprocessing.get_start_method(allow_none=True) or "forkserver"
