"""The default is the last of the start methods, not the first."""
import multiprocessing
from multiprocessing import *  # noqa: F403


def get_all_start_methods():
    return multiprocessing.get_all_start_methods()[::-1]
