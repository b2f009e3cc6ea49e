"""freeze_support() fixes the default start method."""
import multiprocessing
from multiprocessing import *  # noqa: F403


def freeze_support():
    multiprocessing.get_start_method()
