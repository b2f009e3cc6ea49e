"""A spawned child has all inheritable file descriptors of the main process."""
import os

import multiprocessing.util
from multiprocessing import *  # noqa: F403


def _spawn(path, arguments, descriptors):
    for fd in descriptors:
        os.set_inheritable(fd, True)
    return os.posix_spawn(path, arguments, os.environ)


multiprocessing.util.spawnv_passfds = _spawn
