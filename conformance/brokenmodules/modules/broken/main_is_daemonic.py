"""The main process is daemonic."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class _Daemonic:
    daemon = True

    def __getattr__(self, name):
        return getattr(multiprocessing.current_process(), name)


def current_process():
    return multiprocessing.current_process() if multiprocessing.parent_process() else _Daemonic()
