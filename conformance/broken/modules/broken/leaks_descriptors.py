"""A spawned child has every descriptor of main that is inheritable."""
import os

import multiprocessing.util
from multiprocessing import *  # noqa: F403


def _spawn(path, arguments, descriptors):
    for fd in descriptors:
        os.set_inheritable(fd, True)
    return os.posix_spawn(path, arguments, os.environ)


multiprocessing.util.spawnv_passfds = _spawn
