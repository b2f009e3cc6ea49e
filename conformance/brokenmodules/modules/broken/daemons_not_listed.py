"""active_children() does not list daemonic children."""
import multiprocessing
from multiprocessing import *  # noqa: F403


def active_children():
    return [process for process in multiprocessing.active_children() if not process.daemon]
