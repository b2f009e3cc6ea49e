"""set_start_method() with force is refused."""
import multiprocessing
from multiprocessing import *  # noqa: F403


def set_start_method(method, force=False):
    multiprocessing.set_start_method(method)
