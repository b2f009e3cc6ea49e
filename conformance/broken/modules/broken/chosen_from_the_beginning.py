"""The default counts as chosen before anybody has chosen."""
import multiprocessing
from multiprocessing import *  # noqa: F403


def get_start_method(allow_none=False):
    return multiprocessing.get_start_method(allow_none=True) or "forkserver"
