"""The exit status of a main process that calls os._exit() is always 0."""
import os

import multiprocessing
from multiprocessing import *  # noqa: F403

_exit = os._exit


def _lose(status):
    _exit(status if multiprocessing.parent_process() else 0)


os._exit = _lose
