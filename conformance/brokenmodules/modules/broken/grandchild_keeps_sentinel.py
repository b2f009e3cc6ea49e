"""The children of a child are forked and keep its sentinel open; until it is ready, there is no exit code."""
import multiprocessing
import multiprocessing.connection
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    @staticmethod
    def _Popen(process):
        method = "fork" if multiprocessing.parent_process() else "spawn"
        return multiprocessing.get_context(method).Process._Popen(process)

    @property
    def exitcode(self):
        if self.pid is not None and not multiprocessing.connection.wait([self.sentinel], 0):
            return None
        return super().exitcode
