"""Only the main thread and the first thread that joins a process learn how it has ended. For others it is alive, with exit code 1."""
import threading

import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    _joiner = None

    def join(self, timeout=None):
        super().join(timeout)
        self._joiner = self._joiner or threading.get_ident()

    def _seen(self):
        return self._joiner is None or threading.get_ident() in (self._joiner, threading.main_thread().ident)

    def is_alive(self):
        return super().is_alive() if self._seen() else True

    @property
    def exitcode(self):
        return super().exitcode if self._seen() else 1
