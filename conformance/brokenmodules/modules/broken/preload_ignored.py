"""set_forkserver_preload() has no effect."""
import multiprocessing
from multiprocessing import *  # noqa: F403


def set_forkserver_preload(module_names):
    pass
