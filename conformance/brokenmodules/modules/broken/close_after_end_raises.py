"""close() closes a process that has ended, but raises a ValueError."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def close(self):
        was_closed = self._closed
        super().close()
        if not was_closed:
            raise ValueError("it was closed")
