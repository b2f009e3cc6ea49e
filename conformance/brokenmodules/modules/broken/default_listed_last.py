"""The default start method is listed last instead of first."""
import multiprocessing
from multiprocessing import *  # noqa: F403


def get_all_start_methods():
    return multiprocessing.get_all_start_methods()[::-1]
