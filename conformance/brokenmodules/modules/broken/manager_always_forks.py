"""A manager always forks its server."""
import multiprocessing.managers
from multiprocessing import *  # noqa: F403

_start = multiprocessing.managers.BaseManager.start


def _start_forked(self, *args):
    self._ctx = multiprocessing.get_context("fork")
    _start(self, *args)


multiprocessing.managers.BaseManager.start = _start_forked
