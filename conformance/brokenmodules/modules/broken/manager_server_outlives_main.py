"""The server of a manager ends only after the process that has started the main process."""
import os
import threading
import time

import multiprocessing.managers
import multiprocessing.process
from multiprocessing import *  # noqa: F403

_start = multiprocessing.managers.BaseManager.start


def _end_after(pid):
    try:
        while True:
            os.kill(pid, 0)
            time.sleep(0.05)
    except ProcessLookupError:
        os._exit(0)


def _initialize(initializer, initargs, pid):
    threading.Thread(target=_end_after, args=(pid,), daemon=True).start()
    if initializer is not None:
        initializer(*initargs)


def _start_lasting(self, initializer=None, initargs=()):
    _start(self, _initialize, (initializer, initargs, os.getppid()))
    multiprocessing.process._children.discard(self._process)
    if type(self) is not multiprocessing.managers.SyncManager:  # the program itself shuts that down
        self.shutdown.cancel()


multiprocessing.managers.BaseManager.start = _start_lasting
