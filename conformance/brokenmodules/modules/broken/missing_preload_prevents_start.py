"""start() raises an error if a module that was named for preloading does not exist."""
import importlib.util

import multiprocessing
from multiprocessing import *  # noqa: F403

_names = []


def set_forkserver_preload(module_names, **options):
    multiprocessing.set_forkserver_preload(module_names, **options)
    _names[:] = module_names


class Process(multiprocessing.Process):
    def start(self):
        for name in _names:
            if importlib.util.find_spec(name) is None:
                raise ModuleNotFoundError("No module named %r" % name)
        super().start()
