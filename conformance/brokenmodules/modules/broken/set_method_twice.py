"""set_start_method() can be called again without force."""
import multiprocessing
from multiprocessing import *  # noqa: F403


def set_start_method(method, force=False):
    multiprocessing.set_start_method(method, force=True)
