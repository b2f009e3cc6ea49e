"""At exit, a process joins its other children before it terminates its daemonic children."""
import multiprocessing.util
from multiprocessing import *  # noqa: F403


def join_first():
    for process in multiprocessing.active_children():
        if not process.daemon:
            process.join()


# Finalizers with a priority of 0 or more are called before daemonic children are terminated.
multiprocessing.util.Finalize(None, join_first, exitpriority=0)
